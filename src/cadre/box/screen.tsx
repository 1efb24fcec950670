import { View } from '@tarojs/components'

import type { BoxOpening } from '../../../contract/intake'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Row } from '../../design/row'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { useBox } from './use-box'

const stateOf = ({ confirmedAt, slips, typed, partner }: BoxOpening) =>
  confirmedAt ? `${slips} 封信,录了 ${typed} 封` : `${slips} 封信,等${partner.name}确认`

/** The log of the unit's boxes; whoever opened one with a colleague says here that it was so. */
export default function BoxScreen() {
  const { data, says, loading, again, more, busy, answerSays, waiting, others, confirm } = useBox()
  const now = useNow()
  return (
    <Page title="意见箱开箱" back>
      {answerSays && <Note tone="seal">{answerSays}</Note>}
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {data?.length === 0 && (
        <Empty icon="box" title="还没有开过箱">
          开箱要两个人,由经办人在电脑上登记。
        </Empty>
      )}
      {waiting.map((opening) => (
        <Card pad key={opening.id}>
          <View className="h2">{opening.boxName}</View>
          <View>
            {opening.openedBy.name}说和您一起开的箱,里面有 {opening.slips} 封信。
          </View>
          <View className="small">{moment(opening.openedAt, now)}。您在场、数目对,才点下面。</View>
          <View className="gap">
            <Button onPress={() => confirm(opening)} disabled={busy}>
              我在场,数目对
            </Button>
          </View>
        </Card>
      ))}
      {others.length > 0 && (
        <Card>
          {others.map((opening) => (
            <Row
              key={opening.id}
              icon="box"
              title={opening.boxName}
              small={`${moment(opening.openedAt, now)} ${opening.openedBy.name}、${opening.partner.name}。${stateOf(opening)}`}
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
