import { GetCommand } from '@aws-sdk/lib-dynamodb'

import { cast, type Letter, type Who } from './journeys'
import { itemsOf, ofKind } from './items'
import type { Lane } from './lane'
import { headOf, noticesIn, type Picture, pictureOf } from './picture'
import type { Played } from './play'

/** What came of a run: each of its tickets, and how many messages of which kind reached whom. */
export type Outcome = { pictures: Partial<Record<Letter, Picture>>; messages: Record<string, number> }

const letters = ['A', 'B'] as const
/** Text messages of one kind to one person: one, and one more where it is not known whether the first went out. */
const MOST_TEXTS = 2

/** The messages about these tickets that have arrived, by whom they reached and what they said; and to whom WeChat brought one. */
async function messagesOf(lane: Lane, numbers: readonly string[]): Promise<{ counted: Record<string, number>; byWechat: Who[] }> {
  const counted: Record<string, number> = {}
  const byWechat: Who[] = []
  for (const { by, person, label, fields } of await lane.arrived()) {
    const values = fields.map(({ value }) => value).join(' ')
    const nth = numbers.findIndex((number) => values.includes(number))
    if (nth < 0) continue
    const who = (Object.keys(cast) as Who[]).find((one) => lane.person(one) === person)
    if (who && by === 'wechat') byWechat.push(who)
    const said = values.replace(numbers[nth]!, letters[nth]!).replace(/\d+月\d+日 [\d:]+|\d{11}/g, '')
    const what = `${by} to ${who ?? label}: ${said}`
    counted[what] = (counted[what] ?? 0) + 1
  }
  return { counted, byWechat }
}

/** What holds for every run, whatever happened in it; and what came of it. */
export async function outcomeOf(lane: Lane, { ids, numbers }: Played): Promise<{ outcome: Outcome; wrong: string[] }> {
  const wrong: string[] = []
  const pictures: Outcome['pictures'] = {}
  for (const letter of letters) {
    const id = ids[letter]
    if (!id) continue
    const items = await itemsOf(lane.table, id)
    const head = headOf(items)
    pictures[letter] = pictureOf(items)
    if (!head) {
      wrong.push(`${letter}: accepted, and lost`)
      continue
    }
    const steps = head.timeline.map((entry) => entry.id)
    if (new Set(steps).size !== steps.length) wrong.push(`${letter}: a step is in the timeline twice`)
    for (const part of ['words', 'sender']) if (ofKind(items, part).length !== 1) wrong.push(`${letter}: ${part} missing`)
    if (head.number !== numbers[letter]) wrong.push(`${letter}: told the number ${numbers[letter]}, and has ${head.number}`)
    const { client, name } = lane.table
    const key = { pk: `$jnj#number_${head.number.toLowerCase()}`, sk: '$numbered_1' }
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: key }))
    if (Item?.['ticketId'] !== id) wrong.push(`${letter}: its number leads elsewhere`)
    if (head.outbox.length > 0) wrong.push(`${letter}: notices owed, and forgotten`)
    for (const item of items) if (item.setAside) wrong.push(`${letter}: ${item.__edb_e__} was set aside`)
    const told = noticesIn(items)
    // One that waits for the morning or for its digest is listed for then; every other has to be done.
    for (const { state, occasion, owedAt } of told)
      if (state === 'pending' && !(owedAt && owedAt > lane.clock())) wrong.push(`${letter}: ${occasion} is still to be delivered`)
  }
  const known = letters.flatMap((letter) => numbers[letter] ?? [])
  const { counted, byWechat } = await messagesOf(lane, known)
  // Each message has used up a grant; the next run finds as many as this one did.
  for (const who of byWechat) await lane.agree(who)
  return { outcome: { pictures, messages: counted }, wrong }
}

const missing = (of: readonly string[], from: readonly string[]) => {
  const rest = [...from]
  return of.filter((one) => {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

/** How a run's outcome differs from that of the same journey without faults, beyond what at-least-once delivery allows. */
export function differences(reference: Outcome, found: Outcome, faults: number, also: { more?: boolean; skewed?: boolean } = {}): string[] {
  const wrong: string[] = []
  for (const letter of letters) {
    const [want, got] = [reference.pictures[letter], found.pictures[letter]]
    if (!want || !got) continue
    const same = also.more ? got.timeline.slice(0, want.timeline.length) : got.timeline
    if (!also.more && got.state !== want.state) wrong.push(`${letter}: ${got.state} in place of ${want.state}`)
    if (!also.more && got.raised.join() !== want.raised.join())
      wrong.push(`${letter}: raised to ${got.raised.join()} in place of ${want.raised.join()}`)
    if (same.join() !== want.timeline.join())
      wrong.push(`${letter}: timeline ${got.timeline.join(', ')} in place of ${want.timeline.join(', ')}`)
    for (const one of missing(want.told, got.told)) wrong.push(`${letter}: never told: ${one}`)
    if (!also.more) for (const one of missing(got.told, want.told)) wrong.push(`${letter}: told once more: ${one}`)
    if (!also.skewed) for (const one of missing(want.reached, got.reached)) wrong.push(`${letter}: did not reach anybody: ${one}`)
  }
  for (const [what, count] of Object.entries(found.messages)) {
    const usual = Math.max(reference.messages[what] ?? 0, 1)
    const most = what.startsWith('sms') ? MOST_TEXTS * usual : usual + faults
    if (count > most) wrong.push(`${count} × ${what}, at most ${most} expected`)
  }
  return wrong
}
