import { View } from '@tarojs/components'

import type { OwnTicket } from '../../../contract/ticket'
import { call } from '../../api/call'
import { errandId } from '../../api/errand'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Loading, Note, Trouble } from '../../design/standing'
import { Timeline } from '../../design/timeline'
import { stepsOf } from '../../ticket/steps'
import { titleOf } from '../../ticket/words'
import { Head } from '../../ticket/head'
import { nameOf, whyHere } from '../../waiting/waiting'
import { Writing } from '../../writing/writing'
import { Rate } from './rate'
import { useTicket } from './use-ticket'
import { useNow } from '../../design/use-now'

type Ticket = ReturnType<typeof useTicket>

function Actions({ data, writing, write, can, id, supplement, reopen }: Ticket & { data: OwnTicket }) {
  if (writing === 'supplement')
    return (
      <Writing
        name={`supplement:${id}`}
        title="补充说明"
        placeholder="例:今天又堵得更厉害了。"
        send="交上去"
        onSend={(text) => void supplement(text)}
        onClose={() => write(undefined)}
      />
    )
  if (writing === 'reopen')
    return (
      <Writing
        name={`reopen:${id}`}
        title="哪里没办好?"
        placeholder="例:只清了一半,水还是进不来。"
        send="要求重办"
        tone="seal"
        onSend={(text) => void reopen(text)}
        onClose={() => write(undefined)}
      />
    )
  const { handler } = data
  return (
    <View className="pair">
      {handler && (
        <View className="pair-half">
          <Button tone="line" icon="phone" label={`打给经办人 ${handler.name}`} onPress={() => call(handler.phone)}>
            打给经办人
          </Button>
        </View>
      )}
      {can('supplement') && (
        <View className="pair-half">
          <Button tone="line" onPress={() => write('supplement')}>
            补充说明
          </Button>
        </View>
      )}
    </View>
  )
}

export default function TicketScreen() {
  const ticket = useTicket()
  const { data, says, loading, again, waiting, can, writing } = ticket
  const now = useNow()
  return (
    <Page title={data ? titleOf({ ...data, number: '' }) : '进度'} note={data?.number} back>
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {waiting.map((errand) => (
        <Note key={errandId(errand)} tone={errand.says ? 'seal' : 'grain'}>
          {nameOf(errand)}({whyHere(errand)})
        </Note>
      ))}
      {data && (
        <>
          <Head ticket={data} side="sender" now={now} />
          {can('confirm') && writing !== 'reopen' && <Rate {...ticket} />}
          <Card pad>
            <Timeline steps={stepsOf(data, 'sender', now)} />
          </Card>
          <Actions {...ticket} data={data} />
          {data.state !== 'confirmed' && data.state !== 'resolved' && <View className="small">办完了请您评价;不满意可以要求重办。</View>}
        </>
      )}
    </Page>
  )
}
