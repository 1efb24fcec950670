import { aHead, aMove, aNumber, aStep, aTicketId, aUnit, hex, inspection, leader, now } from '../../tests/fixtures/tickets'
import { Instant } from '../../contract/route'
import { later } from '../../contract/time'
import { plainCalendar } from '../calendar/calendar'
import { type Database, scratchDatabase } from '../local/database'
import { outbox } from '../platform/outbox'
import { change } from '../platform/table'
import { ticketNumbers } from './numbers'
import { ticketHeads } from './store'
import { take } from './ticket'

let database: Database
beforeAll(async () => (database = await scratchDatabase()))
afterAll(() => database.close())

test('the same id is stored once', async () => {
  const heads = ticketHeads(database.table)
  const head = aHead({ id: aTicketId(100) })
  expect(await Promise.all([heads.add(head, now), heads.add({ ...head, number: aNumber(2) }, now)])).toContain(false)
  expect(await heads.get(head.id)).toBeDefined()
})

test('two changes at once both hold', async () => {
  const heads = ticketHeads(database.table)
  const id = aTicketId(200)
  await heads.add(aHead({ id }), now)
  const supplement = (n: number) =>
    change({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, (head) =>
      take(head, aMove('supplement', { id: aStep(n), text: String(n) }), now, plainCalendar),
    )
  await Promise.all([supplement(301), supplement(302), supplement(303)])
  expect((await heads.get(id))?.timeline.map(({ text }) => text).sort()).toEqual(['301', '302', '303', undefined])
})

test('pages follow each other without a gap or a repeat, newest first', async () => {
  const heads = ticketHeads(database.table)
  const senderTag = hex(0xabc)
  // Three in each instant, so that the id decides.
  const all = Array.from({ length: 45 }, (_, i) =>
    aHead({ id: aTicketId(1000 + i), senderTag, submittedAt: later(now, Math.floor(i / 3)) }),
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
  const id = aTicketId(400)
  await heads.add(aHead({ id }), now)
  const owed = async () => (await box.due(later(now, 1))).keys.filter(({ pk }) => pk.endsWith(id))
  const owes = async () => (await owed()).length
  expect(await owes()).toBe(0)
  const step = (n: number) =>
    change({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, (head) =>
      take(head, aMove('answer', { id: aStep(n) }), now, plainCalendar),
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

test('a box has what is in it now: the desk, what is offered, what is watched, what was raised', async () => {
  const heads = ticketHeads(database.table)
  const [mine, theirs, above] = [aUnit(0x501), aUnit(0x502), aUnit(0x503)]
  const id = aTicketId(0x500)
  const stored = async (more: Parameters<typeof aHead>[0]) => {
    const version = (await heads.get(id))?.version
    const head = aHead({ id, deskId: mine.id, inspectionId: above.id, ...more, version: (version ?? 0) + 1 })
    expect(await (version ? heads.put(head, version, now) : heads.add(head, now))).toBe(true)
  }
  const boxes = async () => {
    const found = await Promise.all([
      heads.inBox({ box: 'desk', id: mine.id }),
      heads.inBox({ box: 'offered', id: theirs.id }),
      heads.inBox({ box: 'inspection', id: above.id }),
      heads.inBox({ box: 'leader', id: leader }),
      heads.inBox({ box: 'raised', id: inspection.id }),
    ])
    return found.map(({ items }) => items.filter((line) => line.id === id).length)
  }
  const rungs = { leaderId: leader, officeId: inspection.id }
  await stored({ rungs })
  expect(await boxes()).toEqual([1, 0, 0, 0, 0])
  await stored({ rungs, offer: { ...theirs, from: '', text: '' }, watched: true, raised: ['head', 'leader'] })
  expect(await boxes()).toEqual([1, 1, 1, 1, 0])
  await stored({ rungs, deskId: theirs.id, watched: true, raised: ['head', 'leader', 'office'] })
  expect(await boxes()).toEqual([0, 0, 1, 0, 1])
})

test('the open ones are found among many that are done', async () => {
  const heads = ticketHeads(database.table)
  const { id: deskId } = aUnit(0x601)
  const all = Array.from({ length: 130 }, (_, i) =>
    aHead({ id: aTicketId(0x2000 + i), deskId, submittedAt: later(now, i), state: i % 60 === 5 ? 'accepted' : 'silent' }),
  )
  await Promise.all(all.map((head) => heads.add(head, now)))
  const { items, next } = await heads.inBox({ box: 'desk', id: deskId }, undefined, true)
  expect(items.map((line) => all.findIndex((head) => head.id === line.id))).toEqual([125, 65, 5])
  expect(next).toBeUndefined()
})

test('what falls due is listed then, and not before', async () => {
  const heads = ticketHeads(database.table)
  const id = aTicketId(0x700)
  const wakeAt = later(now, 3_600_000)
  await heads.add(aHead({ id, wakeAt }), now)
  const listed = async (at: Instant) => (await outbox(database.table).due(at)).keys.some(({ pk }) => pk.endsWith(id))
  expect([await listed(later(wakeAt, -1)), await listed(later(wakeAt, 1))]).toEqual([false, true])
})

test('numbers count up within a day in Shanghai, each given out once, and lead to their ticket', async () => {
  const numbers = ticketNumbers(database.table)
  const eve = Instant.parse('2026-11-19T15:59:59.999Z')
  const given = await Promise.all(Array.from({ length: 20 }, (_, n) => numbers.give(aTicketId(0x800 + n), eve)))
  expect(new Set(given).size).toBe(20)
  expect([...given].sort()[0]).toBe('T20261119-0001')
  expect(await numbers.give(aTicketId(0x900), later(eve, 1))).toBe('T20261120-0001')
  expect(await Promise.all(given.map(numbers.idOf))).toEqual(given.map((_, n) => aTicketId(0x800 + n)))
})
