import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Parts } from '../../design/parts'
import { Initial, Onward, Row } from '../../design/row'
import { Loading, Note, Trouble } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { InboxRow } from '../../notice/inbox-row'
import { Waiting } from '../../waiting/list'
import { go, swap } from '../../ways'
import { HouseholdName } from '../household-name'
import { smallOf } from '../households/use-households'
import { LetterRow } from '../letter-row'
import { StaffTabs } from '../staff-tabs'
import { Summary } from './summary'
import { useWorkbench } from './use-workbench'

export default function CadreHomeScreen() {
  const now = useNow()
  const work = useWorkbench(now)
  const { staff, pairs, loading, says, known, again, asking, letters, total, households } = work
  return (
    <Page title="我的进农家" note={staff && `${staff.unitName} ${staff.name}`} tabs={<StaffTabs current="home" />}>
      {loading && <Loading />}
      {!known && says && <Trouble says={says} again={again} />}
      {known && says && <Note>{says}</Note>}
      {known && <Summary {...work} first={letters[0]} now={now} />}
      <Waiting staff />
      {known && asking > 0 && (
        <Card tone="grain">
          <Row title={`${asking} 位村民请您确认`} small="是不是您结对户里的人" end={<Onward />} onPress={() => go('cadre/requests')} />
        </Card>
      )}
      {known && letters.length > 0 && (
        <Card>
          {letters.map((letter) => (
            <LetterRow key={letter.id} letter={letter} now={now} work />
          ))}
          {total > letters.length && <Row plain title={`全部 ${total} 件`} end={<Onward />} onPress={() => swap('cadre/letters')} />}
        </Card>
      )}
      {known && <InboxRow />}
      {known && pairs && households.length > 0 && (
        <Card>
          {households.map((household) => (
            <Row
              key={household.id}
              start={<Initial of={household.headName} />}
              title={<HouseholdName {...household} />}
              small={<Parts of={smallOf(household, now)} />}
              end={<Onward />}
              onPress={() => swap('cadre/households')}
            />
          ))}
        </Card>
      )}
    </Page>
  )
}
