import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Page } from '../../design/page'
import { Row } from '../../design/row'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { InboxRow } from '../../notice/inbox-row'
import { Line } from '../../ticket/line'
import { Waiting } from '../../waiting/list'
import { go } from '../../ways'
import { VillagerTabs } from '../villager-tabs'
import { useTicketsScreen } from './use-tickets'

export default function TicketsScreen() {
  const { tickets, begun, nothing, tied } = useTicketsScreen()
  const { data, says, loading, again, more } = tickets
  return (
    <Page title="我的事" tabs={<VillagerTabs current="tickets" />}>
      <Waiting staff={false} />
      {begun && (
        <Card>
          <Row
            icon="pen"
            title={begun.text.split('\n')[0]}
            small={begun.says ? `没交成:${begun.says}` : '没写完,还没交'}
            end={<Chip tone={begun.says ? 'seal' : 'grain'}>接着写</Chip>}
            onPress={() => go('villager/ticket-new')}
          />
        </Card>
      )}
      <InboxRow />
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {nothing && (
        <Empty icon="box" title="还没有交过事情">
          有投诉、建议、要帮忙的,写进意见箱,办到哪一步在这里看。
        </Empty>
      )}
      {data && data.length > 0 && (
        <Card>
          {data.map((ticket) => (
            <Line key={ticket.id} ticket={ticket} />
          ))}
        </Card>
      )}
      {more && (
        <Button tone="plain" onPress={more}>
          再看一些
        </Button>
      )}
      {tied && !begun && !loading && (
        <Button icon="pen" tone={nothing ? 'field' : 'line'} onPress={() => go('villager/ticket-new')}>
          我有话要说
        </Button>
      )}
    </Page>
  )
}
