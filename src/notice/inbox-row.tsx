import { useDidShow } from '@tarojs/taro'

import { useInbox } from '../api/read'
import { Card } from '../design/card'
import { Chip } from '../design/chip'
import { Onward, Row } from '../design/row'
import { go } from '../ways'

/** The way to what this person was told, with how much of it is new. It has its place before that is known, so that nothing moves. */
export function InboxRow() {
  const inbox = useInbox()
  const unread = inbox.data?.filter(({ read }) => !read).length ?? 0
  useDidShow(inbox.again)
  return (
    <Card>
      <Row
        icon="bell"
        title="消息"
        label={unread > 0 ? `消息,${unread} 条没看` : '消息'}
        end={unread > 0 ? <Chip tone="seal">{`${unread} 条没看`}</Chip> : <Onward />}
        onPress={() => go('pages/inbox')}
      />
    </Card>
  )
}
