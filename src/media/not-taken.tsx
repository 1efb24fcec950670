import { View } from '@tarojs/components'

import type { MediaKind } from '../../contract/media'
import type { TicketId } from '../../contract/ticket'
import { Button } from '../design/button'
import { Note } from '../design/standing'
import { take, useShelf } from './shelf'

const names: Readonly<Record<MediaKind, string>> = { photo: '有一张照片', voice: '录音' }

/** Which files a ticket went without, and why, until the person has read it. */
export function NotTaken({ ticketId }: { ticketId: TicketId }) {
  const without = useShelf((shelf) => shelf.uploads).filter((one) => one.says && one.ticketId === ticketId)
  if (without.length === 0) return null
  return (
    <View className="stack-item">
      {without.map(({ id, kind, says }) => (
        <Note key={id} tone="seal">
          {names[kind]}没有交上:{says}其他的都交上去了。
        </Note>
      ))}
      <Button tone="line" onPress={() => take(without)}>
        知道了
      </Button>
    </View>
  )
}
