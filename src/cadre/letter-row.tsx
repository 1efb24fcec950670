import { kinds, type TicketLine } from '../../contract/ticket'
import { Chip } from '../design/chip'
import { Parts } from '../design/parts'
import { Row } from '../design/row'
import { duty, owed } from '../ticket/words'
import { go } from '../ways'
import { isLate, wantsAnswer } from './urgent'

/** `求助:猪不吃料,想找兽医`; complaints show no words in a list. */
const nameOf = ({ kind, title, number, aboutName }: TicketLine) =>
  title ? `${kinds[kind]}:${title}` : `${kinds[kind]} ${aboutName ? `说的是${aboutName}` : number}`

/** What to do about it: as `去答复`, or where it stands once nothing is pressing. */
function toDo(letter: TicketLine, now: number) {
  if (letter.decide) return ['要决定', 'seal'] as const
  const [words, tone] = duty(letter)
  if (tone === 'grey') return [words, tone] as const
  if (words === '待分派') return [words, tone] as const
  if (wantsAnswer(letter)) return ['去答复', 'seal'] as const
  return isLate(letter, now) ? (['去办结', 'seal'] as const) : (['看看', 'field'] as const)
}

type Props = { letter: TicketLine; now: number; /** Says what to do instead of where it stands. */ work?: boolean }

/** A letter in a list of those who handle it. */
export function LetterRow({ letter, now, work }: Props) {
  const [words, tone] = work ? toDo(letter, now) : duty(letter)
  return (
    <Row
      title={nameOf(letter)}
      small={<Parts of={[letter.place ?? letter.deskName ?? letter.number, owed(letter, now)]} />}
      end={<Chip tone={tone}>{words}</Chip>}
      onPress={() => go('cadre/letter', { id: letter.id })}
    />
  )
}
