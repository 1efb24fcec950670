import { createHash } from 'node:crypto'

import type { AccountId } from '../../contract/account'
import type { HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { SubmitTicket } from '../../contract/ticket'
import type { Deps } from './deps'
import type { Head } from './head'
import { submit } from './submit'

const digestOf = (input: SubmitTicket) => createHash('sha256').update(JSON.stringify(input)).digest('hex')

/**
 * Stores what a villager sends: words and sender first, then the head, by which it is accepted. All stand under the
 * phone's id, so that a retry finds what is there and goes on from it.
 */
export async function send(
  input: SubmitTicket,
  from: { accountId: AccountId; householdId: HouseholdId },
  { heads, words, nextNumber, tag, roster, phoneOf }: Deps,
  now: Instant,
): Promise<Head | Problem<'noCadre' | 'unitUnknown' | 'notOfferedHere' | 'changedReplay' | 'notFound'>> {
  const responsible = await roster.responsibleFor(from.householdId)
  if (!responsible) return { problem: 'notFound' }
  const aboutUnit = input.about.who === 'unit' ? await roster.unit(input.about.unitId) : undefined
  const senderTag = tag('sender', from.accountId)
  const digest = digestOf(input)
  /** What stands under this id already: the same thing accepted, the same thing half sent, or another. */
  async function earlier(): Promise<Head | Problem<'changedReplay'> | undefined> {
    const written = await words.get(input.id)
    if (!written) return undefined
    return written.senderTag === senderTag && written.digest === digest ? heads.get(input.id) : { problem: 'changedReplay' }
  }

  const draft = submit(input, responsible, { senderTag, aboutUnit }, now)
  // What was accepted stays so, even if the same could not be sent any more.
  if ('problem' in draft) return (await earlier()) ?? draft
  const repeated = (await words.add(input.id, { senderTag, digest, text: input.text })) ? undefined : await earlier()
  if (repeated) return repeated
  await words.addSender(input.id, { ...from, name: responsible.headName, phone: await phoneOf(from.accountId) })
  const head: Head = { ...draft, number: await nextNumber(now) }
  if (await heads.add(head, now)) return head
  return (await heads.get(input.id)) ?? { problem: 'notFound' }
}
