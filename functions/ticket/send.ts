import { createHash } from 'node:crypto'

import type { AccountId } from '../../contract/account'
import type { HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { SubmitTicket } from '../../contract/ticket'
import type { Deps } from './deps'
import type { Head } from './head'
import { submit } from './ticket'

const digestOf = (input: SubmitTicket) => {
  const { id: _, ...content } = input
  return createHash('sha256')
    .update(JSON.stringify(content, [...new Set(Object.keys(content)), 'who', 'unitId'].sort()))
    .digest('hex')
}

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
  const draft = submit(input, responsible, { senderTag, aboutUnit }, now)
  if ('problem' in draft) return draft
  if (!(await words.add(input.id, { senderTag, digest, text: input.text }))) {
    const earlier = await words.get(input.id)
    if (earlier?.senderTag !== senderTag || earlier.digest !== digest) return { problem: 'changedReplay' }
    const accepted = await heads.get(input.id)
    if (accepted) return accepted
  }
  await words.addSender(input.id, { ...from, name: responsible.headName, phone: await phoneOf(from.accountId) })
  const head: Head = { ...draft, number: await nextNumber(now) }
  if (await heads.add(head, now)) return head
  return (await heads.get(input.id)) ?? { problem: 'notFound' }
}
