import { HouseholdId, VillageId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { CampaignId, RollId, StratumId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { meter } from '../../tests/bench/meter'
import { type Database, scratchBallots, scratchDatabase } from '../local/database'
import { ballotBox } from './ballots'
import { invited, type Mark, sampled } from './roll'
import { rollEntries } from './roll-entries'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const now = Instant.parse('2026-12-01T00:00:00.000Z')
const campaignId = CampaignId.parse(hex(1))
const stratumId = StratumId.parse(hex(2))
const [first, second] = [VillageId.parse(hex(7)), VillageId.parse(hex(8))]

const entryOf = (nth: number, villageId = first) =>
  sampled({ id: RollId.parse(hex(nth)), campaignId, stratumId, villageId, householdId: HouseholdId.parse(hex(1000 + nth)) }, now)
const byPhone = (blinded: string): Mark => ({ by: 'phone', at: now, blinded })
const byPaper = (slip: string): Mark => ({ by: 'paper', at: now, slip })

let database: Database
beforeAll(async () => (database = await scratchDatabase()))
afterAll(() => database.close())

test('a household draws by one conditional write of 2 units, index and all; the same again costs nothing', async () => {
  const entries = rollEntries(database.table)
  const entry = entryOf(1)
  await entries.add(entry, now)
  const element = 'e'.repeat(43)
  const { spent, close } = meter(database.table, database.endpoint)
  const drawn = await spent(() => entries.mark(entry, byPhone(element)))
  expect(drawn).toMatchObject({ write: 1, index: 1, requests: [{ action: 'dynamodb:UpdateItem' }], result: { drawn: { by: 'phone' } } })
  const stored = (await entries.get(campaignId, entry.id))!
  expect(stored).toMatchObject({ drawn: byPhone(element), outbox: [], wakeAt: now })
  expect(await spent(() => entries.mark(stored, byPhone(element)))).toMatchObject({ write: 0, index: 0, result: stored })
  close()
})

let made = 100
test.each([
  ['a phone after paper', byPaper('123456'), byPhone('a')],
  ['paper after a phone', byPhone('a'), byPaper('123456')],
  ['another phone', byPhone('a'), byPhone('b')],
  ['the telephone after a phone', byPhone('a'), { by: 'telephone', at: now, blinded: 'a' } as Mark],
  ['another slip', byPaper('123456'), byPaper('234567')],
])('%s is refused, also where it has not seen the first', async (_, one, other) => {
  const entries = rollEntries(database.table)
  const entry = entryOf(made++)
  await entries.add(entry, now)
  expect(await entries.mark(entry, one)).toMatchObject({ drawn: one })
  expect(await entries.mark(entry, other)).toEqual({ problem: 'alreadyDrawn' })
  expect(await entries.mark(entry, one)).toMatchObject({ drawn: one })
  expect((await entries.get(campaignId, entry.id))?.drawn).toEqual(one)
})

test('of twenty who draw at once one does, and all the others are refused', async () => {
  const entries = rollEntries(database.table)
  const entry = entryOf(200)
  await entries.add(entry, now)
  const marks = Array.from({ length: 20 }, (_, nth) => (nth % 2 ? byPhone(`element ${nth}`) : byPaper(`1000${nth}`)))
  const answers = await Promise.all(marks.map((mark) => entries.mark(entry, mark)))
  expect(answers.filter((answer) => !isProblem(answer))).toHaveLength(1)
  expect(answers.filter(isProblem).every(({ problem }) => problem === 'alreadyDrawn')).toBe(true)
})

test('an invitation and a draw at the same time both hold', async () => {
  const entries = rollEntries(database.table)
  const entry = entryOf(300)
  await entries.add(entry, now)
  const until = later(now, 10 * day)
  await Promise.all([entries.change(campaignId, entry.id, (one) => invited(one, until, now), now), entries.mark(entry, byPhone('a'))])
  expect(await entries.get(campaignId, entry.id)).toMatchObject({ drawn: byPhone('a') })
})

test('the list of a village goes on where a page ended, and says who has drawn', async () => {
  const entries = rollEntries(database.table)
  const other = StratumId.parse(hex(3))
  const all = Array.from({ length: 25 }, (_, nth) => ({ ...entryOf(400 + nth, nth < 20 ? first : second), stratumId: other }))
  for (const entry of all) await entries.add(entry, now)
  await entries.mark(all[5]!, byPaper('123456'))
  const seen = []
  for (let after: string | undefined; ;) {
    const page = await entries.ofVillage(campaignId, other, first, { after, limit: 8 })
    seen.push(...page)
    if (page.length < 8) break
    after = page.at(-1)?.id
  }
  expect(seen.map(({ id }) => id)).toEqual(all.slice(0, 20).map(({ id }) => id))
  expect(seen.filter(({ drew }) => drew)).toMatchObject([{ id: all[5]!.id, drew: 'paper' }])
  expect(await entries.ofVillage(campaignId, other, second, {})).toHaveLength(5)
  expect(await entries.ofStratum(campaignId, other)).toHaveLength(25)
})

test('a ballot is cast by one write of 1 unit; the same again is the same, another with its token is refused', async () => {
  const box = await scratchBallots()
  const { spent, close } = meter(box.table, box.endpoint)
  const put = ballotBox(box.table)
  const ballot = { h: 'a'.repeat(64), campaignId, stratumId, sealed: new Uint8Array(176).fill(7) }
  expect(await spent(() => put(ballot))).toMatchObject({ write: 1, index: 0, requests: [{ action: 'dynamodb:PutItem' }], result: true })
  expect(await put(ballot)).toBe(true)
  expect(await put({ ...ballot, sealed: new Uint8Array(176).fill(8) })).toBe(false)
  close()
  await box.close()
})
