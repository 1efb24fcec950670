import type { ReactNode } from 'react'

import { categories, channels, isOpen, kinds, type Letter, urgencies } from '../../contract/ticket'
import { isPast, left, moment } from '../design/when'

const rows = (letter: Letter, now: number): [string, ReactNode][] => {
  const { kind, category, channel, aboutName, place, deskName, urgency, submittedAt, dueAt, respondBy, state, merged } = letter
  const names: Readonly<Record<string, { name: string } | undefined>> = categories[kind]
  const all: [string, ReactNode][] = [
    ['种类', `${kinds[kind]} · ${names[category]?.name ?? ''}`],
    ['说的是', aboutName ?? '没有说'],
    ['村', place],
    ['怎么来的', channels[channel]],
    ['交来', moment(submittedAt, now)],
    ['承办', deskName ?? (kind === 'complaint' ? '督查组' : undefined)],
    ['时限', `${urgencies[urgency].name},${moment(dueAt, now)} 前`],
    ['延期到', letter.extendedTo && `${moment(letter.extendedTo, now)} 前`],
    [
      '首次答复',
      respondBy &&
        isOpen(state) &&
        (isPast(respondBy, now) ? <span className="seal">{left(respondBy, now)}</span> : `还剩 ${left(respondBy, now)}`),
    ],
    ['等村民回话到', letter.waitingUntil && moment(letter.waitingUntil, now)],
    ['整改期限', letter.rectification && letter.rectification.state === 'owed' && `${moment(letter.rectification.dueAt, now)} 前`],
    ['并进来的', merged.length > 0 && merged.join('、')],
  ]
  return all.filter(([, value]) => Boolean(value))
}

/** The bare facts of a ticket. */
export const Facts = ({ letter, now }: { letter: Letter; now: number }) => (
  <dl className="letter-facts">
    {rows(letter, now).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
