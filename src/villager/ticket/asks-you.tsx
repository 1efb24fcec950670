import { View } from '@tarojs/components'

import type { OwnTicket } from '../../../contract/ticket'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { before, moment } from '../../design/when'
import type { Form } from './use-ticket'
import { last } from '../../design/last'

type Props = { ticket: OwnTicket; now: number; can: (action: Form) => boolean; write: (form: Form) => void }

/** The last question to the villager, while it is open. */
export const questionOf = ({ state, timeline }: Pick<OwnTicket, 'state' | 'timeline'>) =>
  state === 'waiting' ? last(timeline.filter(({ step }) => step === 'asked'))?.text : undefined

/** What now lies with the villager, or has come of it, before everything else. */
export function AsksYou({ ticket, now, can, write }: Props) {
  const { state, waitingUntil, timeline, rectification } = ticket
  const question = questionOf(ticket)
  if (question)
    return (
      <Card pad tone="grain">
        <View className="h2">经办人在等您回话</View>
        <View className="written">{question}</View>
        {waitingUntil && <View className="small">请在{before(waitingUntil, now)}回话;没有回话也会接着办。</View>}
        {can('supplement') && (
          <View className="gap">
            <Button icon="pen" onPress={() => write('supplement')}>
              回话
            </Button>
          </View>
        )}
      </Card>
    )
  if (state === 'declined') {
    const reason = last(timeline.filter(({ step }) => step === 'declined'))
    return (
      <Card pad tone="seal">
        <View className="h2">没有受理</View>
        {reason?.text && <View className="written">理由:{reason.text}</View>}
        {can('appeal') ? (
          <View className="gap">
            <Button onPress={() => write('appeal')}>不服,请督查组再看</Button>
          </View>
        ) : (
          timeline.some(({ step }) => step === 'appealed') && <View className="small">督查组已经再看过一次。</View>
        )}
      </Card>
    )
  }
  if (rectification && rectification.state !== 'calledBack')
    return (
      <Card pad tone="grain">
        <View className="h2">{rectification.state === 'owed' ? '单位正在整改' : '整改好了,等回访'}</View>
        <View>
          {rectification.state === 'owed' && `${moment(rectification.dueAt, now)} 前要整改好。`}
          之后会换一个人打电话问您满不满意。
        </View>
      </Card>
    )
  return null
}
