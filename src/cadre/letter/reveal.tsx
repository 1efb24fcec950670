import { View } from '@tarojs/components'
import { useState } from 'react'

import type { TicketId } from '../../../contract/ticket'
import { Button } from '../../design/button'
import { Choices } from '../../design/choices'
import { Line } from '../../design/field'
import { Sheet } from '../../design/sheet'
import { Note } from '../../design/standing'
import { SenderRow } from './sender-row'
import { useReveal } from './use-reveal'

const reasons = ['要打电话核实', '要上门查看', '有人有危险'] as const
const REASON_MOST = 200

/** Asks why before it shows who wrote. */
export function Reveal({ id, onClose }: { id: TicketId; onClose: () => void }) {
  const { sender, says, busy, reveal } = useReveal(id)
  const [reason, write] = useState('')
  return (
    <Sheet title={sender ? '来信人' : '为什么要看是谁写的?'} close="关上" onClose={onClose}>
      {says && <Note tone="seal">{says}</Note>}
      {sender ? (
        <>
          <SenderRow sender={sender} />
          <View className="small stack-item">您看过这件,已经记下。不能告诉被投诉的人和单位。</View>
        </>
      ) : (
        <>
          <Choices
            label="为什么要看"
            options={reasons.map((words) => [words, words] as const)}
            value={reasons.find((words) => words === reason)}
            onChange={write}
          />
          <Line label="理由" value={reason} placeholder="也可以自己写" most={REASON_MOST} onChange={write} />
          <View className="small stack-item">谁看的、为什么看,会记下来给督查组看。</View>
          <Button disabled={busy || !reason.trim()} onPress={() => reveal(reason.trim())}>
            看来信人
          </Button>
        </>
      )}
    </Sheet>
  )
}
