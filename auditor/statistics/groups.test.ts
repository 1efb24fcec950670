import { UnitResult } from '../../contract/survey'
import { grouped } from './groups'

const none = { value: 0, low: 0, high: 0 }
const unit = (nth: number, low: number, high: number) =>
  UnitResult.parse({
    unitId: String(nth).padStart(32, '0'),
    name: '某局',
    asked: 10,
    questions: {},
    score: { value: (low + high) / 2, low, high },
    dontKnow: none,
  })
const groupsOf = (...intervals: [low: number, high: number][]) =>
  grouped(intervals.map(([low, high], nth) => unit(nth, low, high))).map(({ group }) => group)

test.each<[string, [number, number][], number[]]>([
  [
    'apart',
    [
      [10, 20],
      [80, 90],
      [50, 60],
    ],
    [3, 1, 2],
  ],
  [
    'overlapping',
    [
      [10, 30],
      [20, 40],
    ],
    [1, 1],
  ],
  [
    'touching',
    [
      [10, 20],
      [20, 40],
    ],
    [1, 1],
  ],
  [
    'held together by one between them',
    [
      [10, 30],
      [25, 55],
      [50, 70],
    ],
    [1, 1, 1],
  ],
  [
    'one inside a wide one, and one below both',
    [
      [40, 90],
      [60, 65],
      [10, 39.99],
    ],
    [1, 1, 2],
  ],
])('intervals that are %s', (_, intervals, groups) => {
  expect(groupsOf(...intervals)).toEqual(groups)
})

test('a unit without a score stands in no group', () => {
  const { score: _, ...scoreless } = unit(1, 0, 0)
  expect(grouped([scoreless, unit(2, 10, 20)]).map(({ group }) => group)).toEqual([undefined, 1])
})
