import { View } from '@tarojs/components'

import type { Attached } from '../../contract/media'
import { isOpen, kinds, type TicketLine } from '../../contract/ticket'
import { Card } from '../design/card'
import { Chip } from '../design/chip'
import { Parts } from '../design/parts'
import { ReadAloud } from '../design/read-aloud'
import { isPast, left, moment } from '../design/when'
import { AttachedMedia } from '../media/attached'
import './head.css'
import type { Side } from './steps'
import { duty, progress, standing } from './words'

type Props = {
  ticket: TicketLine & { text: string; media: readonly Attached[] }
  side: Side
  now: number
  /** More short facts about it. */
  more?: readonly string[]
}

/** What it is about and where it stands. */
export function Head({ ticket, side, now, more = [] }: Props) {
  const [words, tone] = side === 'sender' ? standing(ticket.state) : duty(ticket)
  const late = isPast(ticket.deadline, now)
  return (
    <Card pad>
      <View className="ticket-top">
        <Chip tone={tone}>{words}</Chip>
        {isOpen(ticket.state) && <View className={late ? 'ticket-late' : 'ticket-left'}>{left(ticket.deadline, now)}</View>}
      </View>
      <View className="written">{ticket.text}</View>
      <AttachedMedia of={ticket.media} />
      <View className="small ticket-about">
        <Parts of={[kinds[ticket.kind], ...more, ticket.aboutName && `说的是${ticket.aboutName}`, moment(ticket.submittedAt, now)]} />
      </View>
      {side === 'sender' && ticket.confidential && <View className="small">对方看不到您是谁</View>}
      {side === 'sender' && <ReadAloud of={`${words}。${[...progress(ticket, now), ticket.text].join('。')}`} />}
    </Card>
  )
}
