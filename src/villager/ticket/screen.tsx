import { View } from '@tarojs/components'

import { isOpen, type OwnTicket } from '../../../contract/ticket'
import { call } from '../../api/call'
import { errandId } from '../../api/errand'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Loading, Note, Trouble } from '../../design/standing'
import { Timeline } from '../../design/timeline'
import { useNow } from '../../design/use-now'
import { FilesNote } from '../../media/files-note'
import { Head } from '../../ticket/head'
import { stepsOf } from '../../ticket/steps'
import { titleOf } from '../../ticket/words'
import { nameOf } from '../../waiting/waiting'
import { WhyHere } from '../../waiting/why-here'
import { AsksYou, questionOf } from './asks-you'
import './screen.css'
import { Forms } from './forms'
import { Rate } from './rate'
import { useTicket } from './use-ticket'

type Ticket = ReturnType<typeof useTicket>

function Ways({ data, can, write }: Pick<Ticket, 'can' | 'write'> & { data: OwnTicket }) {
  const { handler, state } = data
  return (
    <>
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
      {isOpen(state) && <View className="soft ticket-promise">不满意可以要求重办,自动上报督查组</View>}
      {can('withdraw') && (
        <Button tone="quiet" onPress={() => write('withdraw')}>
          不用办了,撤回
        </Button>
      )}
    </>
  )
}

export default function TicketScreen() {
  const ticket = useTicket()
  const { data, says, loading, again, waiting, can, writing, write, busy, id, send } = ticket
  const now = useNow()
  return (
    <Page title={data ? titleOf({ ...data, number: '' }) : '进度'} note={data?.number} back>
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {waiting.map((errand) => (
        <Note key={errandId(errand)} tone={errand.says ? 'seal' : 'grain'}>
          {nameOf(errand)}(<WhyHere of={errand} />)
        </Note>
      ))}
      <FilesNote ticketId={id} />
      {data && (
        <>
          <Head ticket={data} side="sender" now={now} />
          {writing ? (
            <Forms
              id={id}
              form={writing}
              asked={questionOf(data)}
              busy={busy}
              onSend={(form, draft) => void send(form, draft)}
              onClose={() => write(undefined)}
            />
          ) : (
            <>
              <AsksYou ticket={data} now={now} can={can} write={write} />
              {can('confirm') && <Rate {...ticket} />}
            </>
          )}
          <Card pad>
            <Timeline steps={stepsOf(data, 'sender', now)} />
          </Card>
          {!writing && <Ways data={data} can={can} write={write} />}
        </>
      )}
    </Page>
  )
}
