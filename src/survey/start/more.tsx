import { Card } from '../../design/card'
import { Onward, Row } from '../../design/row'
import { go } from '../../ways'

export const More = () => (
  <Card>
    <Row title="看评议结果" small="上一次评出来怎么样,单位怎么改" icon="people" end={<Onward />} onPress={() => go('survey/results')} />
  </Card>
)
