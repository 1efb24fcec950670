import { BoxOpeningId } from '../../contract/intake'
import { CadreId, UnitId, VillageId } from '../../contract/pairing'
import { MediaId } from '../../contract/media'
import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { type BoxOpening, confirmed, opened, shown, lineOf, typed, untyped } from './box-opening'

const hex = (n: number) => n.toString(16).padStart(32, '0')
const now = Instant.parse('2026-11-18T01:00:00.000Z')
const [first, second, third] = [1, 2, 3].map((n) => ({ id: CadreId.parse(hex(n)), name: `第${n}人` })) as [Person, Person, Person]
type Person = { id: CadreId; name: string }
const [ours, theirs] = [4, 5].map((n) => UnitId.parse(hex(n))) as [UnitId, UnitId]
const slip = (n: number) => TicketId.parse(hex(n))
const paper = { id: MediaId.parse(hex(0xf1)), kind: 'photo' } as const
const shot = (n: number) => ({ id: slip(n), media: [paper] })

const input = { id: BoxOpeningId.parse(hex(9)), boxName: '镇政府门口', villageId: VillageId.parse(hex(6)), slips: 2, partnerId: second.id }
const place = { unitId: ours, unitName: '民乐镇政府', village: '桃冲村', inspectionId: theirs }
const open = (partner: (Person & { unitId: UnitId }) | undefined) => opened(input, first, partner, place, now)
const anOpening = () => open({ ...second, unitId: ours }) as BoxOpening
const aConfirmed = () => confirmed(anOpening(), second.id, now) as BoxOpening

test('a box is opened with somebody else of the same unit', () => {
  expect(anOpening()).toMatchObject({ openedBy: first, partner: second, typed: [] })
  for (const partner of [undefined, { ...first, unitId: ours }, { ...second, unitId: theirs }])
    expect(open(partner)).toEqual({ problem: 'partnerUnfit' })
})

test('the partner alone confirms it, and again is the same', () => {
  for (const other of [first, third]) expect(confirmed(anOpening(), other.id, now)).toEqual({ problem: 'notFound' })
  const once = aConfirmed()
  expect(once.confirmedAt).toBe(now)
  expect(confirmed(once, second.id, Instant.parse('2026-11-19T01:00:00.000Z'))).toBe(once)
})

test('it waits in the list of the partner and of nobody else', () => {
  const waits = (opening: BoxOpening, reader: Person) => shown(lineOf(opening), reader.id).mine
  expect([first, second, third].map((reader) => waits(anOpening(), reader))).toEqual([false, true, false])
  expect(waits(aConfirmed(), second)).toBe(false)
})

test('nothing is typed before it is confirmed, and no more than lay in it', () => {
  expect(typed(anOpening(), shot(1))).toEqual({ problem: 'notConfirmedYet' })
  const two = [1, 2].reduce((opening, n) => typed(opening, shot(n)) as BoxOpening, aConfirmed())
  expect(typed(two, shot(3))).toEqual({ problem: 'slipsDone' })
  expect(typed(two, shot(2))).toBe(two)
  expect(typed(untyped(two, slip(1)), shot(3))).toMatchObject({ typed: [slip(2), slip(3)] })
})

test('a slip counts only with the paper to be seen', () => {
  for (const media of [[], [{ ...paper, kind: 'voice' as const }]])
    expect(typed(aConfirmed(), { id: slip(1), media })).toEqual({ problem: 'slipNotShown' })
})
