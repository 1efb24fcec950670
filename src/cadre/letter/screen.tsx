import { View } from '@tarojs/components'

import { kinds } from '../../../contract/ticket'
import { errandId } from '../../api/errand'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Loading, Note, Trouble } from '../../design/standing'
import { Timeline } from '../../design/timeline'
import { Head } from '../../ticket/head'
import { stepsOf } from '../../ticket/steps'
import { nameOf, whyHere } from '../../waiting/waiting'
import { Actions } from './actions'
import { Desks } from './desks'
import { Notices } from './notices'
import { Sender } from './sender'
import { useLetter } from './use-letter'
import { useNow } from '../../design/use-now'

export default function LetterScreen() {
  const letter = useLetter()
  const { data, says, loading, again, waiting, open, setOpen, desks, assign } = letter
  const now = useNow()
  return (
    <Page title={data ? kinds[data.kind] : '来信'} note={data?.number} back>
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
          <Head ticket={data} side="staff" now={now} />
          <Sender {...data} />
          <Actions {...letter} />
          <Card pad>
            <Timeline steps={stepsOf(data, 'staff', now)} />
          </Card>
          {data.notices && data.notices.length > 0 && (
            <>
              <View className="h2">通知到了没有</View>
              <Notices notices={data.notices} now={now} />
            </>
          )}
        </>
      )}
      {open === 'assign' && <Desks desks={desks} onChoose={(unitId) => void assign(unitId)} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
