import { type Interval, type RatedQuestion, ratedQuestions, type Totals, type UnitResult } from '../../../contract/survey'
import { questionNames } from '../words'

export type MeasureKey = 'score' | RatedQuestion | 'money'

/** What a unit's line says of one measure. `n`: the answers it rests on. */
type Line = { unitId: string; name: string; group?: number; n: number; shown?: Interval; beside: readonly (Interval | undefined)[] }

export type Measure = {
  key: MeasureKey
  title: string
  /** What stands beside the bar's own figure. */
  beside: readonly string[]
  lineOf: (unit: UnitResult) => Line
}

const question = (key: RatedQuestion): Measure => ({
  key,
  title: questionNames[key],
  beside: ['答“好、很好”的', '不了解的'],
  lineOf: ({ unitId, name, asked, questions }) => {
    const result = questions[key]
    return { unitId, name, n: result?.n ?? asked, shown: result?.mean, beside: [result?.topTwo, result?.dontKnow] }
  },
})

/** What is published of units, each as its own table: the score of the three questions together, each question, money or goods. */
export const measures: readonly Measure[] = [
  {
    key: 'score',
    title: '总分',
    beside: ['不了解的', '说收了钱物的'],
    lineOf: ({ unitId, name, group, asked, score, dontKnow, money }) => ({
      ...{ unitId, name, group, n: asked, shown: score, beside: [dontKnow, money?.share] },
    }),
  },
  ...ratedQuestions.map(question),
  {
    key: 'money',
    title: '收钱物',
    beside: [],
    lineOf: ({ unitId, name, asked, money }) => ({ unitId, name, n: money?.n ?? asked, shown: money?.share, beside: [] }),
  },
]

type Group = { group?: number; lines: Line[] }

/** Units under their groups, the highest group first. Within a group they stand by name: no order is said that the intervals do not show. */
export function grouped({ key, lineOf }: Measure, units: readonly UnitResult[]): Group[] {
  const lines = units.map(lineOf).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
  if (key !== 'score') return [{ lines }]
  const numbers = [...new Set(lines.flatMap(({ group }) => group ?? []))].sort((a, b) => a - b)
  const rest = lines.filter(({ group }) => group === undefined)
  return [
    ...numbers.map((number) => ({ group: number, lines: lines.filter(({ group }) => group === number) })),
    ...(rest.length > 0 ? [{ lines: rest }] : []),
  ]
}

/** Per cent with one digit, or nothing where there is nothing to divide by. */
export const percent = (part: number, whole: number) => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : '—')

const sum = <T>(of: readonly T[], value: (each: T) => number) => of.reduce((total, each) => total + value(each), 0)

/** The count in a few figures. */
export const summed = ({ strata }: Pick<Totals, 'strata'>) => ({
  sample: sum(strata, (stratum) => stratum.sample),
  drew: sum(strata, (stratum) => stratum.drew),
  ballots: sum(strata, (stratum) => stratum.ballots),
  spoilt: sum(strata, (stratum) => stratum.spoilt),
})
