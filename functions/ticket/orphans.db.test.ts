import { AccountId } from '../../contract/account'
import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { day, hour, later } from '../../contract/time'
import { aHead } from '../../tests/fixtures/tickets'
import { type Database, scratchDatabase } from '../local/database'
import { outbox, type RawItem } from '../platform/outbox'
import { settleSent } from './orphans'
import { ticketHeads } from './store'
import { ticketWords } from './words'

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const id = TicketId.parse('5'.repeat(32))
const sender = { accountId: AccountId.parse('6'.repeat(32)), name: '韦大娘', place: '桃冲村 3 组' }
const [mine, others] = ['mine', 'another’s']

let database: Database
let deps: { heads: ReturnType<typeof ticketHeads>; words: ReturnType<typeof ticketWords> }
beforeEach(async () => {
  database = await scratchDatabase()
  deps = { heads: ticketHeads(database.table), words: ticketWords(database.table) }
})
afterEach(() => database.close())

const look = async (at: Instant): Promise<RawItem[]> => {
  const found = outbox(database.table)
  const items = await Promise.all((await found.due(at)).keys.map((key) => found.read(key)))
  return items.flatMap((item) => item ?? [])
}
/** Does what has fallen due by then, and says how many things that were. */
async function settle(at: Instant): Promise<number> {
  const due = await look(at)
  await Promise.all(due.map((item) => settleSent(item, at, deps)))
  return due.length
}
async function halfSent() {
  await deps.words.addSender(id, sender, mine, start)
  await deps.words.add(id, { senderTag: 't', digest: 'd', text: '水渠堵了' })
}
const left = async () => [await deps.words.get(id), await deps.words.sender(id)].filter((item) => item !== undefined).length

test('what was left half sent is taken away after a day, and not before', async () => {
  await halfSent()
  expect(await settle(later(start, day - 1))).toBe(0)
  expect(await left()).toBe(2)
  expect(await settle(later(start, day))).toBe(1)
  expect(await left()).toBe(0)
  expect(await settle(later(start, 100 * day))).toBe(0)
})

test('what was accepted stays, and is looked at once', async () => {
  await halfSent()
  await deps.heads.add(aHead({ id, wakeAt: undefined }), start)
  expect(await settle(later(start, day))).toBe(1)
  expect(await left()).toBe(2)
  expect(await settle(later(start, 100 * day))).toBe(0)
})

test('whoever sends the same again holds it for another day; nobody else can', async () => {
  await halfSent()
  expect(await deps.words.addSender(id, sender, mine, later(start, hour))).toBe(false)
  expect(await deps.words.hold(id, others, later(start, hour))).toBe(false)
  const [before] = await look(later(start, day))
  expect(await deps.words.hold(id, mine, later(start, day))).toBe(true)
  // A sweeper that had read it before comes too late.
  await settleSent(before!, later(start, day), deps)
  expect(await left()).toBe(2)
  expect(await settle(later(start, 2 * day))).toBe(1)
  expect(await left()).toBe(0)
})

test('what is being swept is held by nobody, and swept to its end by the next sweeper', async () => {
  await halfSent()
  await deps.words.abandon(id, later(start, day), later(start, day))
  expect(await deps.words.hold(id, mine, later(start, day))).toBe(false)
  expect(await left()).toBe(2)
  expect(await settle(later(start, day + hour))).toBe(1)
  expect(await left()).toBe(0)
  expect(await deps.words.addSender(id, sender, mine, later(start, day + hour))).toBe(true)
})
