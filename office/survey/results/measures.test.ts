import { UnitResult } from '../../../contract/survey'
import { grouped, measures, percent, summed } from './measures'

const interval = (value: number) => ({ value, low: value - 2, high: value + 2 })
const aUnit = (name: string, more: object = {}) =>
  UnitResult.parse({ unitId: name.length.toString(16).padStart(32, '0'), name, asked: 40, questions: {}, ...more })
const [score, service, , , money] = measures

it('shows units by groups, the highest first, and by name within one whatever their scores', () => {
  const units = [
    aUnit('水利局', { group: 2, score: interval(60) }),
    aUnit('财政局', { group: 1, score: interval(80) }),
    aUnit('民政局', { group: 1, score: interval(90) }),
    aUnit('小站'),
    aUnit('教育局', { group: 1, score: interval(85) }),
  ]
  expect(grouped(score!, units).map(({ group, lines }) => [group, lines.map(({ name }) => name)])).toEqual([
    [1, ['财政局', '教育局', '民政局']],
    [2, ['水利局']],
    [undefined, ['小站']],
  ])
  expect(grouped(service!, units)).toHaveLength(1)
})

it('shows what a measure rests on, and nothing where nothing was published', () => {
  const unit = aUnit('水利局', {
    questions: { service: { n: 31, mean: interval(70), topTwo: interval(64), dontKnow: interval(12), designEffect: 1.1 } },
    money: { n: 38, share: interval(3) },
  })
  expect(service!.lineOf(unit)).toMatchObject({ n: 31, shown: interval(70), beside: [interval(64), interval(12)] })
  expect(money!.lineOf(unit)).toMatchObject({ n: 38, shown: interval(3) })
  expect(measures[2]!.lineOf(unit).shown).toBeUndefined()
})

it('adds the strata up', () => {
  const stratum = { id: 'a'.repeat(32) as never, county: '北流市', township: '民乐镇', roll: 900, weight: 3 }
  const strata = [
    { ...stratum, sample: 100, drew: 80, ballots: 70, spoilt: 1 },
    { ...stratum, sample: 30, drew: 20, ballots: 20, spoilt: 0 },
  ]
  expect(summed({ strata })).toEqual({ sample: 130, drew: 100, ballots: 90, spoilt: 1 })
  expect([percent(90, 130), percent(1, 0)]).toEqual(['69.2%', '—'])
})
