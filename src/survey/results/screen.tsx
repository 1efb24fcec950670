import { View } from '@tarojs/components'

import type { Rectification, UnitResult } from '../../../contract/survey'
import { useSurveyResults } from '../read'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { day } from '../../design/when'
import './screen.css'
import { UnitCard } from './unit-card'

const TITLE = '评议结果'

/** Groups from the highest; units of one group cannot be told apart by these answers. */
function groupsOf(units: readonly UnitResult[]): UnitResult[][] {
  const groups = [...new Set(units.map(({ group }) => group ?? Infinity))].sort((a, b) => a - b)
  return groups.map((group) => units.filter((unit) => (unit.group ?? Infinity) === group))
}

const groupName = (group: number | undefined, nth: number) => (group === undefined ? '没有公布分数的' : `第 ${nth + 1} 组`)

const Mended = ({ item, now }: { item: Rectification; now: number }) => (
  <Card pad>
    <View className="h2">{item.unitName}怎么改</View>
    {item.answer ? (
      <>
        <View className="written">{item.answer.text}</View>
        <View className="small gap">{day(item.answer.at, now)}答复</View>
      </>
    ) : (
      <View className="soft">要在{day(item.dueAt, now)}以前答复,还没有答复。</View>
    )}
  </Card>
)

export default function ResultsScreen() {
  const { data, says, loading, again } = useSurveyResults()
  const now = useNow()
  return (
    <Page title={TITLE} note={data?.title} back>
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {data && data.units.length === 0 && (
        <Empty icon="people" title="还没有公布过结果">
          评议结束、算好票以后,在这里看。
        </Empty>
      )}
      {data && data.units.length > 0 && (
        <View className="small stack-item">和您家打交道的单位,满分 100。黑线是可能的范围:范围连着的分不出高低,放在一组,不排名次。</View>
      )}
      {groupsOf(data?.units ?? []).map((units, nth) => (
        <View key={nth}>
          <View className="h2 gap">{groupName(units[0]?.group, nth)}</View>
          {units.map((unit) => (
            <UnitCard key={unit.unitId} unit={unit} />
          ))}
        </View>
      ))}
      {data?.rectifications.map((item) => (
        <Mended key={item.id} item={item} now={now} />
      ))}
    </Page>
  )
}
