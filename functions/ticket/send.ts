import { createHash } from 'node:crypto'

import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type SubmitTicket, TicketNumber } from '../../contract/ticket'
import type { Deps } from './deps'
import type { Head } from './head'
import { type Responsible, submit, type Submission } from './submit'
import type { Sender } from './words'

const digestOf = (input: SubmitTicket) => createHash('sha256').update(JSON.stringify(input)).digest('hex')

/** Who sends it, who answers for them, and by which way it came. */
export type From = Omit<Submission, 'aboutUnit' | 'householdTag'> & {
  sender: Sender
  responsible: Responsible
  /** Whose photos and recordings it names. */
  ownerTag: string
}

/**
 * Stores what somebody sends: words and sender first, then the head, by which it is accepted. All stand under the
 * phone's id, so that a retry finds what is there and goes on from it.
 */
export async function send(
  input: SubmitTicket,
  { sender, responsible, ownerTag, ...submission }: From,
  { heads, words, numbers, tag, roster, media, calendar }: Deps,
  now: Instant,
): Promise<Head | Problem<'noCadre' | 'unitUnknown' | 'notOfferedHere' | 'changedReplay' | 'notFound'>> {
  const { senderTag } = submission
  const [aboutUnit, days] = await Promise.all([input.about.who === 'unit' ? roster.unit(input.about.unitId) : undefined, calendar(now)])
  const digest = digestOf(input)
  /** What stands under this id already: the same thing accepted, the same thing half sent, or another. */
  async function earlier(): Promise<Head | Problem<'changedReplay'> | undefined> {
    const written = await words.get(input.id)
    if (!written) return undefined
    return written.senderTag === senderTag && written.digest === digest ? heads.get(input.id) : { problem: 'changedReplay' }
  }

  const householdTag = sender.householdId && tag('household', sender.householdId)
  const about = aboutUnit && { id: aboutUnit.id, name: aboutUnit.name }
  const draft = submit(input, responsible, { ...submission, householdTag, aboutUnit: about }, now, days)
  // What was accepted stays so, even if the same could not be sent any more.
  if ('problem' in draft) return (await earlier()) ?? draft
  const repeated = (await words.add(input.id, { senderTag, digest, text: input.text })) ? undefined : await earlier()
  if (repeated) return repeated
  const [number] = await Promise.all([
    numbers.give(input.id, now),
    words.addSender(input.id, sender),
    input.media.length > 0 && media.bind(input.media, input.id, ownerTag),
  ])
  const head: Head = { ...draft, number: TicketNumber.parse(number) }
  if (await heads.add(head, now)) return head
  return (await heads.get(input.id)) ?? { problem: 'notFound' }
}
