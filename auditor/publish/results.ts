import { ratedQuestions, type Interval, type Totals, type UnitResult } from '../../contract/survey'
import { csv } from './csv'

const heading = ['county', 'unit_id', 'unit', 'measure', 'n', 'value', 'low', 'high', 'design_effect', 'group']

/** A row for each figure of a unit; without a county it speaks of all. */
function rowsOf({ unitId, name, county, asked, questions, score, dontKnow, money, group }: UnitResult) {
  const row = (measure: string, n: number | undefined, figure: Interval | undefined, effect?: number, inGroup?: number) =>
    figure ? [[county, unitId, name, measure, n, figure.value, figure.low, figure.high, effect, inGroup]] : []
  const ofQuestion = ratedQuestions.flatMap((question) => {
    const result = questions[question]
    return [
      ...row(`${question}.mean`, result?.n, result?.mean, result?.designEffect),
      ...row(`${question}.top_two`, result?.n, result?.topTwo, result?.designEffect),
      ...row(`${question}.dont_know`, asked, result?.dontKnow),
    ]
  })
  return [
    ...row('score', asked, score, undefined, group),
    ...ofQuestion,
    ...row('dont_know', asked, dontKnow),
    ...row('money', money?.n, money?.share),
  ]
}

/** `results.csv`: the same figures as in `totals.json`, one a line. */
export const resultsCsv = ({ units, unitsByCounty }: Totals) => csv([heading, ...[...units, ...unitsByCounty].flatMap(rowsOf)])

const turnoutHeading = ['stratum', 'county', 'township', 'roll', 'sample', 'drew', 'ballots', 'spoilt', 'weight', 'response']

/** `turnout.csv`: how many of each stratum's sample answered; `response` is in per cent of the sample. */
export const turnoutCsv = ({ strata }: Totals) =>
  csv([
    turnoutHeading,
    ...strata.map(({ id, county, township, roll, sample, drew, ballots, spoilt, weight }) => {
      const response = sample > 0 ? ((100 * ballots) / sample).toFixed(2) : ''
      return [id, county, township, roll, sample, drew, ballots, spoilt, weight, response]
    }),
  ])
