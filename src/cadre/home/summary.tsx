import { View } from '@tarojs/components'

import type { TicketLine } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { owed } from '../../ticket/words'
import './screen.css'

type Props = { total: number; more: boolean; answers: number; late: number; first?: TicketLine; now: number }

const titleFor = ({ answers, total }: Props) =>
  answers > 0 ? `还有 ${answers} 件没答复` : total > 0 ? `还有 ${total} 件没办结` : '来信都办完了'

/** How much there is to do, and what of it is most pressing. */
export function Summary(props: Props) {
  const { total, more, answers, late, first, now } = props
  return (
    <Card pad>
      <View className="work-sum">
        <View className={`work-count ${total === 0 ? 'work-count-none' : ''}`}>{`${total}${more ? '+' : ''}`}</View>
        <View className="work-words">
          <View className="work-title">{titleFor(props)}</View>
          {first && <View className="small">最急的一件:{owed(first, now)}</View>}
          {(late > 0 || answers > 0) && (
            <View className="work-chips">
              {late > 0 && (
                <View className="work-chip">
                  <Chip tone="seal">{`逾期 ${late}`}</Chip>
                </View>
              )}
              {answers > 0 && (
                <View className="work-chip">
                  <Chip tone="grain">{`待答复 ${answers}`}</Chip>
                </View>
              )}
            </View>
          )}
        </View>
      </View>
    </Card>
  )
}
