import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Button } from '../../design/button'
import { Page } from '../../design/page'
import { Parts } from '../../design/parts'
import { Row } from '../../design/row'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { smallWords, title, useInboxScreen } from './use-inbox'
import { useNow } from '../../design/use-now'

export default function InboxScreen() {
  const { data, says, loading, again, more, press } = useInboxScreen()
  const now = useNow()
  return (
    <Page title="消息" back>
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {data?.length === 0 && <Empty icon="bell" title="还没有消息" />}
      {data && data.length > 0 && (
        <Card>
          {data.map((item) => (
            <Row
              key={item.id}
              plain={item.read}
              title={title(item)}
              small={<Parts of={smallWords(item, now)} />}
              end={item.read ? undefined : <Chip tone="seal">没看</Chip>}
              onPress={() => press(item)}
            />
          ))}
        </Card>
      )}
      {more && (
        <Button tone="plain" onPress={more}>
          再看一些
        </Button>
      )}
    </Page>
  )
}
