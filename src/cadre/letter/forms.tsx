import { View } from '@tarojs/components'
import { useState } from 'react'

import { declineReasons, DeclineReason, EXTENSION_MOST_DAYS } from '../../../contract/ticket'
import type { Draft } from '../../api/draft'
import { Choices } from '../../design/choices'
import { Onward, Row } from '../../design/row'
import { Writing } from '../../writing/writing'
import { Desks } from './desks'
import { forms, type FormTask } from './form-tasks'
import type { useLetter } from './use-letter'

type Props = Pick<ReturnType<typeof useLetter>, 'id' | 'busy' | 'desks' | 'decide'> & {
  task: Exclude<FormTask, 'merge'>
  onClose: () => void
}
type Write = (change: Partial<Draft>) => void

const reasons = DeclineReason.options.map((reason) => [reason, declineReasons[reason]] as const)
const days = [3, 5, 10, EXTENSION_MOST_DAYS].map((count) => [count, `${count} 个工作日`] as const)

/** Writes one thing about a letter, with what has to be chosen before it. */
export function Forms({ task, id, busy, desks, decide, onClose }: Props) {
  const [picking, pick] = useState(false)
  const { title, ...words } = forms[task]
  const choices = {
    offer: ({ unitName, unitId }: Draft, write: Write) => (
      <View className="framed stack-item">
        <Row title={unitName ?? '请选单位'} plain={!unitId} end={<Onward />} onPress={() => pick(true)} />
        {picking && (
          <Desks
            title={title}
            desks={desks}
            onChoose={(unit) => {
              write({ unitId: unit.id, unitName: unit.name, says: undefined })
              pick(false)
            }}
            onClose={() => pick(false)}
          />
        )}
      </View>
    ),
    decline: ({ reason }: Draft, write: Write) => (
      <Choices label={title} options={reasons} value={reason} onChange={(next) => write({ reason: next, says: undefined })} />
    ),
    askExtension: ({ workingDays }: Draft, write: Write) => (
      <Choices label={title} options={days} value={workingDays} onChange={(next) => write({ workingDays: next, says: undefined })} />
    ),
  }
  const ready = {
    offer: ({ unitId }: Draft) => unitId !== undefined,
    decline: ({ reason }: Draft) => reason !== undefined,
    askExtension: ({ workingDays }: Draft) => workingDays !== undefined,
  }
  const chosen = task === 'offer' || task === 'decline' || task === 'askExtension' ? task : undefined
  return (
    <Writing
      name={`${task}:${id}`}
      title={title}
      {...words}
      busy={busy}
      choices={chosen && choices[chosen]}
      ready={chosen && ready[chosen]}
      onSend={(draft) => void decide(task, draft)}
      onClose={onClose}
    />
  )
}
