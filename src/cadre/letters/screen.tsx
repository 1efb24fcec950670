import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Page } from '../../design/page'
import { Parts } from '../../design/parts'
import { Onward, Row } from '../../design/row'
import { Segments } from '../../design/segments'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { InboxRow } from '../../notice/inbox-row'
import { duty } from '../../ticket/words'
import { Waiting } from '../../waiting/list'
import { go } from '../../ways'
import { StaffTabs } from '../staff-tabs'
import { nameOf, smallOf, useLettersScreen } from './use-letters'
import { useNow } from '../../design/use-now'

export default function LettersScreen() {
  const { staff, letters, asking, box, choose, options } = useLettersScreen()
  const { data, says, loading, again, more } = letters
  const now = useNow()
  return (
    <Page title="来信" note={staff && `${staff.unitName} ${staff.name}`} tabs={<StaffTabs current="letters" />}>
      {box && options.length > 1 && <Segments label="哪个意见箱" options={options} value={box} onChange={choose} />}
      <Waiting staff />
      {asking > 0 && (
        <Card tone="grain">
          <Row title={`${asking} 位村民请您确认`} small="是不是您结对户里的人" end={<Onward />} onPress={() => go('cadre/requests')} />
        </Card>
      )}
      <InboxRow />
      {staff && !box && (
        <Empty icon="box" title="这里没有您的来信">
          办公室的事在电脑上办。
        </Empty>
      )}
      {loading && box && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {data?.length === 0 && (
        <Empty icon="box" title="没有来信">
          村民交来的事会出现在这里。
        </Empty>
      )}
      {data && data.length > 0 && (
        <Card>
          {data.map((letter) => {
            const [words, tone] = duty(letter)
            return (
              <Row
                key={letter.id}
                title={nameOf(letter)}
                small={<Parts of={smallOf(letter, now)} />}
                end={<Chip tone={tone}>{words}</Chip>}
                onPress={() => go('cadre/letter', { id: letter.id })}
              />
            )
          })}
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
