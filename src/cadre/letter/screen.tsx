import { View } from '@tarojs/components'

import { kinds } from '../../../contract/ticket'
import { errandId } from '../../api/errand'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Loading, Note, Trouble } from '../../design/standing'
import { Timeline } from '../../design/timeline'
import { useNow } from '../../design/use-now'
import { FilesNote } from '../../media/files-note'
import { Head } from '../../ticket/head'
import { stepsOf } from '../../ticket/steps'
import { nameOf } from '../../waiting/waiting'
import { WhyHere } from '../../waiting/why-here'
import { Actions } from './actions'
import { Desks } from './desks'
import { Matters, sortOf, WhyYou } from './matters'
import { Notices } from './notices'
import { Sender } from './sender'
import { SenderReads } from './sender-reads'
import { useLetter } from './use-letter'

export default function LetterScreen() {
  const letter = useLetter()
  const { data, says, loading, again, waiting, open, setOpen, desks, decide, id } = letter
  const now = useNow()
  return (
    <Page title={data ? kinds[data.kind] : '来信'} note={data?.number} back>
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
          <WhyYou letter={data} />
          <Head ticket={data} side="staff" now={now} more={sortOf(data)} />
          <Sender letter={data} id={id} />
          <Matters letter={data} now={now} />
          <Actions {...letter} data={data} />
          <Card pad>
            <Timeline steps={stepsOf(data, 'staff', now)} />
          </Card>
          {data.senderReads && data.senderReads.length > 0 && (
            <>
              <View className="h2">谁看过来信人</View>
              <SenderReads reads={data.senderReads} now={now} />
            </>
          )}
          {data.notices && data.notices.length > 0 && (
            <>
              <View className="h2">通知到了没有</View>
              <Notices notices={data.notices} now={now} />
            </>
          )}
        </>
      )}
      {open === 'assign' && (
        <Desks
          title="交给哪个单位办?"
          desks={desks}
          onChoose={({ id: unitId }) => void decide('assign', { unitId })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
