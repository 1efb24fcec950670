import { isDeepStrictEqual } from 'node:util'

import * as z from 'zod/mini'

import { misdrawn } from './drawn'
import type { Lane } from './lane'
import type { Played } from './play'
import { rules } from './rules'
import type { Changed, Stored } from './stored'

/** What came of a run: what it has stored, whom it has told what, and how many messages said what to whom. */
export type Outcome = {
  /** By kind and key, or by kind and content where there may be more of it. */
  items: ReadonlyMap<string, unknown>
  more: ReadonlySet<string>
  told: readonly string[]
  reached: readonly string[]
  /** Those of them whom WeChat reaches. */
  byWechat: readonly string[]
  /** Of whose text message it is not known, twice, whether it went out: no other one is sent. */
  unsure: readonly string[]
  messages: Readonly<Record<string, number>>
}

/** Text messages of one kind to one person: one, and one more where it is not known whether the first went out. */
const MOST_TEXTS = 2

const Notice = z.looseObject({
  addressee: z.string(),
  occasion: z.string(),
  role: z.string(),
  state: z.string(),
  round: z.optional(z.string()),
  owedAt: z.optional(z.string()),
  wechat: z.object({ state: z.string() }),
  sms: z.object({ unsure: z.number() }),
})
type Notice = z.infer<typeof Notice>
const Numbered = z.object({ number: z.string(), ticketId: z.string() })
const Ticket = z.looseObject({ id: z.string(), number: z.string(), timeline: z.array(z.object({ id: z.string() })) })

const lineOf = ({ addressee, role, occasion }: Notice) => `${occasion} to ${role} ${addressee}`
/** Twice: then it is given up. */
const MOST_UNSURE = 2

/** Notices by what became of them; when a digest goes out depends on the minute, so that each folded notice answers for its own. */
function toldBy(all: readonly Notice[]): Pick<Outcome, 'told' | 'reached' | 'byWechat' | 'unsure'> {
  const digests = all.filter(({ occasion }) => occasion === 'digest')
  const digestOf = (one: Notice) => digests.find(({ addressee, round }) => addressee === one.addressee && round === one.round)
  // What waits for the morning is listed for then.
  const out = ({ state, owedAt }: Notice) => state === 'sent' || (state === 'pending' && owedAt !== undefined)
  const carrier = (one: Notice) => (one.state === 'folded' ? digestOf(one) : one)
  const own = all.filter(({ occasion }) => occasion !== 'digest')
  const those = (fits: (carrier: Notice) => boolean) =>
    own.flatMap((one) => {
      const by = carrier(one)
      return by && fits(by) ? [lineOf(one)] : []
    })
  return {
    told: own.map(lineOf),
    reached: those(out),
    byWechat: those((one) => out(one) && one.wechat.state === 'sent'),
    unsure: those(({ sms }) => sms.unsure >= MOST_UNSURE),
  }
}

/** Numbers, codes, times and telephones are others in each run. */
const unnumbered = (text: string, numbers: ReadonlyMap<string, string>) =>
  [...numbers]
    .reduce((said, [name, number]) => said.replaceAll(number, name), text)
    .replace(/T\d{8}-\d{4}|\d+月\d+日 [\d:]+|\d{11}|验证码 \d{6}/g, '')

async function messagesOf(lane: Lane, { numbers, since }: Played) {
  const counted: Record<string, number> = {}
  const users: string[] = []
  for (const { by, person, phone, fields } of await lane.arrived(since)) {
    if (person && by === 'wechat') users.push(person)
    const what = `${by} to ${phone ?? lane.whose(person)}: ${unnumbered(fields.map(({ value }) => value).join(' '), numbers)}`
    counted[what] = (counted[what] ?? 0) + 1
  }
  return { counted, users }
}

/** What is wrong with an item, whatever else came of the run. */
function flaws(item: Stored, lane: Lane): string[] {
  const wrong: string[] = []
  const what = `${item.__edb_e__} ${item.pk}`
  if (item.outbox.length > 0) wrong.push(`${what}: notices owed, and forgotten`)
  if (item.setAside) wrong.push(`${what}: set aside`)
  if (item.__edb_e__ === 'notice') {
    const { state, occasion, owedAt } = Notice.parse(item)
    // One that waits for the morning or for its digest is listed for then; every other has to be done.
    if (state === 'pending' && !(owedAt && owedAt > lane.clock())) wrong.push(`${occasion} is still to be delivered`)
  }
  if (item.__edb_e__ === 'ticket') {
    const steps = Ticket.parse(item).timeline.map(({ id }) => id)
    if (new Set(steps).size !== steps.length) wrong.push(`${what}: a step is in the timeline twice`)
  }
  return wrong
}

/** Every ticket has the number that its sender was told, and that number leads to it. */
function misnumbered(items: readonly Stored[], { numbers }: Played): string[] {
  const tickets = items.filter((item) => item.__edb_e__ === 'ticket').map((item) => Ticket.parse(item))
  const pointers = items.filter((item) => item.__edb_e__ === 'numbered').map((item) => Numbered.parse(item))
  const told = new Set(numbers.values())
  const wrong = tickets.flatMap(({ id, number }) =>
    pointers.some((pointer) => pointer.number === number && pointer.ticketId === id) ? [] : [`${number} leads elsewhere`],
  )
  const lost = [...told].filter((number) => !tickets.some((ticket) => ticket.number === number))
  return [...wrong, ...lost.map((number) => `${number}: accepted, and lost`)]
}

/** What holds for every run, whatever happened in it; and what came of it. */
export async function outcomeOf(lane: Lane, played: Played, { items, gone }: Changed): Promise<{ outcome: Outcome; wrong: string[] }> {
  const wrong = [...items.flatMap((item) => flaws(item, lane)), ...misnumbered(items, played), ...(await misdrawn(lane.table, items))]
  const [kept, more] = [new Map<string, unknown>(), new Set<string>()]
  const lots = new Map<string, number>()
  const nthOf = (lot: string) => {
    const nth = (lots.get(lot) ?? 0) + 1
    lots.set(lot, nth)
    return `${lot}, number ${nth}`
  }
  for (const item of [...items].sort((a, b) => (a.sk < b.sk ? -1 : 1))) {
    const entity = item.__edb_e__
    if (entity === 'notice' || entity === 'number' || entity === 'numbered') continue
    const rule = rules[entity]
    if (!rule) wrong.push(`${entity}: rules.ts does not say what has to be the same of it`)
    if (!rule || rule === 'whatever') continue
    const same = rule.same(item)
    const named = rule.more ? `${entity} ${JSON.stringify(same)}` : `${entity} ${item.pk} ${item.sk}`
    const key = rule.byLot ? nthOf(`${entity} ${item.pk}`) : named
    kept.set(key, same)
    if (rule.more) more.add(key)
  }
  for (const key of gone) kept.set(key, 'gone')
  const notices = items.filter((item) => item.__edb_e__ === 'notice').map((item) => Notice.parse(item))
  const { counted: messages, users } = await messagesOf(lane, played)
  // Each message has used up a grant; the next run finds as many as this one did.
  for (const person of users) await lane.agree(person)
  return { outcome: { items: kept, more, ...toldBy(notices), messages }, wrong }
}

const missing = (of: readonly string[], from: readonly string[]) => {
  const rest = [...from]
  return of.filter((one) => {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

const Timeline = z.looseObject({ timeline: z.array(z.string()) })
/** Whether something that went on longer began as the other did. */
function wentOn(want: unknown, got: unknown): boolean {
  const [before, after] = [Timeline.safeParse(want), Timeline.safeParse(got)]
  if (!before.success || !after.success) return true
  return before.data.timeline.every((line, at) => after.data.timeline[at] === line)
}

function misstored(want: Outcome, got: Outcome, more: boolean): string[] {
  const wrong: string[] = []
  for (const [key, same] of want.items) {
    const found = got.items.get(key)
    if (found === undefined && !(more && want.more.has(key))) wrong.push(`lost: ${key}`)
    else if (more ? !wentOn(same, found) : !isDeepStrictEqual(found, same))
      wrong.push(`${key}: ${JSON.stringify(found)} in place of ${JSON.stringify(same)}`)
  }
  if (!more) for (const key of got.items.keys()) if (!want.items.has(key) && !got.more.has(key)) wrong.push(`doubled: ${key}`)
  return wrong
}

/** How a run's outcome differs from that of the same journey without faults, beyond what at-least-once delivery allows. */
export function differences(want: Outcome, got: Outcome, faults: number, also: { more?: boolean; inboxOnly?: boolean } = {}): string[] {
  const { more = false, inboxOnly = false } = also
  const wrong = misstored(want, got, more)
  for (const one of missing(want.told, got.told)) wrong.push(`never told: ${one}`)
  if (!more) for (const one of missing(got.told, want.told)) wrong.push(`told once more: ${one}`)
  const reached = faults >= MOST_UNSURE ? [...got.reached, ...got.unsure] : got.reached
  for (const one of missing(inboxOnly ? want.byWechat : want.reached, reached)) wrong.push(`did not reach anybody: ${one}`)
  for (const [what, count] of Object.entries(got.messages)) {
    const usual = Math.max(want.messages[what] ?? 0, 1)
    const isCode = what.includes('请不要告诉别人')
    const most = what.startsWith('sms') && !isCode ? MOST_TEXTS * usual : usual + faults
    if (count > most) wrong.push(`${count} × ${what}, at most ${most} expected`)
  }
  return wrong
}
