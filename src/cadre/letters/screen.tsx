import type { Box } from '../../../contract/ticket'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Segments } from '../../design/segments'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { LetterRow } from '../letter-row'
import { StaffTabs } from '../staff-tabs'
import type { Tab } from '../urgent'
import { useLettersScreen } from './use-letters'

const tabNames: readonly (readonly [Tab, string])[] = [
  ['unassigned', '待分派'],
  ['running', '在办'],
  ['decide', '要决定'],
  ['late', '逾期'],
  ['all', '全部'],
]

const nothing: Readonly<Record<Box, string>> = {
  cadre: '结对户交来的事会出现在这里。',
  desk: '交给单位办的事会出现在这里。',
  inspection: '这一类现在没有。',
  offered: '别的单位想转来的事会出现在这里。',
  leader: '过期没办好、上报给您的会出现在这里。',
  raised: '过期没办好、上报来的会出现在这里。',
}

export default function LettersScreen() {
  const now = useNow()
  const { staff, letters, box, choose, options, tab, look } = useLettersScreen(now)
  const { data, says, loading, again, more } = letters
  return (
    <Page title="来信" note={staff && `${staff.unitName} ${staff.name}`} tabs={<StaffTabs current="letters" />}>
      {box && options.length > 1 && <Segments label="哪个意见箱" options={options} value={box} onChange={choose} />}
      {tab && <Segments label="看哪些" options={tabNames} value={tab} onChange={look} />}
      {staff && !box && (
        <Empty icon="box" title="这里没有您的来信">
          电脑网页上的事在电脑上办。
        </Empty>
      )}
      {loading && box && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {box && data?.length === 0 && (
        <Empty icon="box" title="没有来信">
          {nothing[box]}
        </Empty>
      )}
      {data && data.length > 0 && (
        <Card>
          {data.map((letter) => (
            <LetterRow key={letter.id} letter={letter} now={now} />
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
