import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { CampaignId, type UnitResult } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { answered, asked, due, type Rectification } from './rectification'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const now = Instant.parse('2027-01-04T02:00:00.000Z')
const dueAt = later(now, 21 * day)
const [officeId, campaignId, by] = [UnitId.parse(hex(90)), CampaignId.parse(hex(91)), CadreId.parse(hex(92))]
const held = { campaignId, campaignTitle: '评议', officeId, dueAt }

const unit = (nth: number, group: number | undefined, money = 0): UnitResult => ({
  ...{ unitId: UnitId.parse(hex(nth)), name: `第${nth}局`, asked: 40, questions: {}, group },
  money: { n: 40, share: { value: money, low: 0, high: 10 } },
})
const of = (units: UnitResult[]) => asked({ units }, held, now)
const one = () => of([unit(1, 1), unit(2, 2)])[0]!

test('the lowest of several groups has to answer, and whoever was said to take money or goods', () => {
  expect(of([unit(1, 1), unit(2, 2), unit(3, 2), unit(4, 1, 2.5)]).map(({ unitName, because }) => [unitName, because])).toEqual([
    ['第2局', ['lowest']],
    ['第3局', ['lowest']],
    ['第4局', ['money']],
  ])
})

test('where all stand in one group nobody is the lowest, and whoever has no group is not', () => {
  expect(of([unit(1, 1), unit(2, 1), unit(3, undefined)])).toEqual([])
})

test('desk and head are told by when; the figures are those that were published, and nothing else of any ballot', () => {
  const item = one()
  expect(item.outbox.map(({ to, occasion, deadline }) => [to.to, occasion, deadline])).toEqual([
    ['desk', 'surveyRectify', dueAt],
    ['head', 'surveyRectify', dueAt],
  ])
  expect(item.result).toEqual(unit(2, 2))
  expect(of([unit(1, 1), unit(2, 2)])[0]!.id).toBe(item.id)
})

test('a unit answers for itself, once', () => {
  const { unitId } = one()
  expect(answered(one(), { text: '改了', by, unitId: officeId }, now)).toEqual({ problem: 'notFound' })
  const once = answered(one(), { text: '改了', by, unitId }, now) as Rectification
  expect(once).toMatchObject({ answer: { text: '改了', at: now }, answeredBy: by })
  expect(answered(once, { text: '改了', by, unitId }, later(now, 1))).toBe(once)
  expect(answered(once, { text: '没改', by, unitId }, now)).toEqual({ problem: 'alreadyAnswered' })
})

test('an answer that is missing when it is due is told of once', () => {
  expect(due(one(), now)).toEqual(one())
  const late = due(one(), dueAt)
  expect(late.outbox.filter(({ occasion }) => occasion === 'surveyOverdue').map(({ to }) => to.to)).toEqual(['head', 'office'])
  expect(due(late, later(dueAt, day))).toBe(late)
  const { unitId } = one()
  const answer = answered(one(), { text: '改了', by, unitId }, now) as Rectification
  expect(due(answer, dueAt)).toBe(answer)
})
