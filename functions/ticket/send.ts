import { createHash } from 'node:crypto'

import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type SubmitTicket, TicketNumber } from '../../contract/ticket'
import type { Deps } from './deps'
import type { Head } from './head'
import { type Responsible, submit, type Submission } from './submit'
import type { Sender } from './words'

const digestOf = (input: SubmitTicket, also: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(also === undefined ? input : [input, also]))
    .digest('hex')

/** Who sends it, who answers for them, and by which way it came. */
export type From = Omit<Submission, 'aboutUnit' | 'householdTag'> & {
  sender: Sender
  responsible: Responsible
  /** Whose photos and recordings it names. */
  ownerTag: string
  /** What was said beside the input; the same id with another of it is no retry. */
  also?: unknown
}

/** What stands under this id already: the same thing accepted, the same thing half sent (undefined, as nothing at all), or another. */
export async function earlier(
  input: SubmitTicket,
  { senderTag, also }: Pick<From, 'senderTag' | 'also'>,
  { heads, words }: Pick<Deps, 'heads' | 'words'>,
): Promise<Head | Problem<'changedReplay'> | undefined> {
  const written = await words.get(input.id)
  if (!written) return undefined
  return written.senderTag === senderTag && written.digest === digestOf(input, also) ? heads.get(input.id) : { problem: 'changedReplay' }
}

/**
 * Stores what somebody sends: sender and words first, then the head, by which it is accepted. All stand under the
 * phone's id, so that a retry finds what is there and goes on from it. What is never gone on with is swept.
 */
export async function send(
  input: SubmitTicket,
  { sender, responsible, ownerTag, also, ...submission }: From,
  deps: Deps,
  now: Instant,
): Promise<Head | Problem<'noCadre' | 'unitUnknown' | 'notOfferedHere' | 'changedReplay' | 'changedMeanwhile' | 'notFound'>> {
  const { heads, words, numbers, tag, roster, media, calendar } = deps
  const { senderTag } = submission
  const [aboutUnit, days] = await Promise.all([input.about.who === 'unit' ? roster.unit(input.about.unitId) : undefined, calendar(now)])
  const before = () => earlier(input, { senderTag, also }, deps)
  const householdTag = sender.householdId && tag('household', sender.householdId)
  const about = aboutUnit && { id: aboutUnit.id, name: aboutUnit.name }
  const draft = submit(input, responsible, { ...submission, householdTag, aboutUnit: about }, now, days)
  // What was accepted stays so, even if the same could not be sent any more.
  if ('problem' in draft) return (await before()) ?? draft
  const digest = digestOf(input, also)
  const claim = `${senderTag}-${digest}`
  if (!(await words.addSender(input.id, sender, claim, now))) {
    const repeated = await before()
    if (repeated) return repeated
    if (!(await words.hold(input.id, claim, now))) return { problem: 'changedMeanwhile' }
  }
  const [number, fresh] = await Promise.all([
    numbers.give(input.id, now),
    words.add(input.id, { senderTag, digest, text: input.text }),
    input.media.length > 0 && media.bind(input.media, input.id, ownerTag),
  ])
  const repeated = fresh ? undefined : await before()
  if (repeated) return repeated
  const head: Head = { ...draft, number: TicketNumber.parse(number) }
  if (await heads.add(head, now)) return head
  return (await heads.get(input.id)) ?? { problem: 'notFound' }
}
