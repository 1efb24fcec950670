import { UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { StepId, TicketId } from '../../contract/ticket'
import { later } from '../../contract/time'
import { type Database, scratchDatabase } from '../local/database'
import { outbox } from '../platform/outbox'
import { change } from '../platform/table'
import { Head } from './head'
import { ticketNumbers } from './numbers'
import { ticketHeads } from './store'
import { take } from './ticket'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const hex = (n: number) => n.toString(16).padStart(32, '0')
const desk = UnitId.parse(hex(1))

const aHead = (more: Partial<Head> = {}): Head =>
  Head.parse({
    ...{ id: hex(1), number: 'T20261118-0001', version: 1, kind: 'help', state: 'submitted', confidential: false, barred: [] },
    ...{ deskId: desk, deskName: '水利局', senderTag: hex(7), submittedAt: now, dueAt: now, outbox: [] },
    timeline: [{ id: StepId.parse(hex(1)), at: now, step: 'submitted', by: { side: 'sender' } }],
    ...more,
  })

let database: Database
beforeAll(async () => (database = await scratchDatabase()))
afterAll(() => database.close())

test('the same id is stored once', async () => {
  const heads = ticketHeads(database.table)
  const head = aHead({ id: TicketId.parse(hex(100)) })
  expect(await Promise.all([heads.add(head, now), heads.add({ ...head, number: 'T20261118-0002' }, now)])).toContain(false)
  expect(await heads.get(head.id)).toBeDefined()
})

test('two changes at once both hold', async () => {
  const heads = ticketHeads(database.table)
  const id = TicketId.parse(hex(200))
  await heads.add(aHead({ id }), now)
  const supplement = (n: number) =>
    change({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, (head) =>
      take(head, { id: StepId.parse(hex(n)), action: 'supplement', by: { side: 'sender' }, text: String(n) }, now),
    )
  await Promise.all([supplement(301), supplement(302), supplement(303)])
  expect((await heads.get(id))?.timeline.map(({ text }) => text).sort()).toEqual(['301', '302', '303', undefined])
})

test('pages follow each other without a gap or a repeat, newest first', async () => {
  const heads = ticketHeads(database.table)
  const senderTag = hex(0xabc)
  // Three in each instant, so that the id decides.
  const all = Array.from({ length: 45 }, (_, i) =>
    aHead({ id: TicketId.parse(hex(1000 + i)), senderTag, submittedAt: later(now, Math.floor(i / 3)) }),
  )
  await Promise.all(all.map((head) => heads.add(head, now)))
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await heads.sentBy(senderTag, after)
    seen.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(seen).toEqual(all.map(({ id }) => id as string).reverse())
})

test('what owes a notice is listed until it is cleared, and a change in between is not lost', async () => {
  const heads = ticketHeads(database.table)
  const box = outbox(database.table)
  const id = TicketId.parse(hex(400))
  await heads.add(aHead({ id }), now)
  const owed = async () => (await box.due(later(now, 1))).keys.filter(({ pk }) => pk.endsWith(id))
  const owes = async () => (await owed()).length
  expect(await owes()).toBe(0)
  const step = (n: number) =>
    change({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, (head) =>
      take(
        head,
        { id: StepId.parse(hex(n)), action: 'answer', by: { side: 'staff', cadreId: desk as never, name: '水利局' }, text: '好' },
        now,
      ),
    )
  await step(401)
  expect(await owes()).toBe(1)
  const [key] = await owed()
  const read = (await heads.get(id))!
  await step(402)
  expect(await box.clear(key!, read.version)).toBe(false)
  expect((await heads.get(id))?.outbox).toHaveLength(2)
  expect(await box.clear(key!, (await heads.get(id))!.version)).toBe(true)
  expect(await owes()).toBe(0)
})

test('numbers count up within a day in Shanghai, each given out once', async () => {
  const next = ticketNumbers(database.table)
  const eve = Instant.parse('2026-11-19T15:59:59.999Z')
  const given = await Promise.all(Array.from({ length: 20 }, () => next(eve)))
  expect(new Set(given).size).toBe(20)
  expect([...given].sort()[0]).toBe('T20261119-0001')
  expect(await next(later(eve, 1))).toBe('T20261120-0001')
})
