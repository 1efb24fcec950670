import { ratedQuestions, type Interval, type QuestionResult, type UnitResult, type Weights } from '../../contract/survey'
import { wilson, Z } from '../statistics/interval'
import type { Check } from './check'
import { askedOf, listings, type Listing } from './listing'

type Strata = Listing['strata']
/** Half of the last decimal, for each figure that was rounded before it is compared. */
const HALF = 0.0051

const inScale = ({ value, low, high }: Interval) => 0 <= low && low <= value && value <= high && high <= 100
const near = (a: Interval, b: Interval, by: number) => Math.abs(a.low - b.low) <= by && Math.abs(a.high - b.high) <= by
/** How far an interval reaches to the side on which the scale does not cut it. */
const sideOf = ({ value, low, high }: Interval) => (low === 0 && high === 100 ? Infinity : Math.max(high - value, value - low))
const effectOf = (strata: Strata) => {
  const sum = (of: (one: Strata[number]) => number) => strata.reduce((total, one) => total + of(one), 0)
  const weights = sum(({ weight, counted }) => weight * counted)
  return (askedOf(strata) * sum(({ weight, counted }) => weight * weight * counted)) / (weights * weights)
}

/** The least and the most, in per cent, that so many of the ballots can weigh: the lightest of them, or the heaviest. */
function shareOf(strata: Strata, ballots: number): { least: number; most: number } {
  const whole = strata.reduce((sum, { weight, counted }) => sum + weight * counted, 0)
  const taken = (sorted: Strata) => {
    let left = ballots
    return sorted.reduce((sum, { weight, counted }) => {
      const times = Math.min(left, counted)
      left -= times
      return sum + weight * times
    }, 0)
  }
  const light = [...strata].sort((a, b) => a.weight - b.weight)
  return { least: (100 * taken(light)) / whole, most: (100 * taken([...light].reverse())) / whole }
}

/** The narrowest and the widest that a mean's interval can reach to each side, whatever the answers were. */
function reachOf({ n, mean: { value } }: QuestionResult, strata: Strata): { least: number; most: number } {
  const cast = strata.filter(({ counted }) => counted > 0).map(({ weight }) => weight)
  const madeUp = (value / (n + 2)) ** 2 + ((100 - value) / (n + 2)) ** 2
  const answers = ((Math.max(...cast) / Math.min(...cast)) * value * (100 - value) * n) / (n + 2) ** 2
  const reach = (squares: number) => Z * Math.sqrt((squares * (n + 2)) / (n + 1))
  return { least: reach(madeUp), most: reach(madeUp + answers) }
}

/** An interval that reaches as far as it can on each side, and is cut where the scale ends. */
const around = (value: number, reach: number): Interval => ({ value, low: Math.max(0, value - reach), high: Math.min(100, value + reach) })

function* ofQuestion(result: QuestionResult, strata: Strata): Iterable<string> {
  const { n, mean, topTwo, dontKnow, designEffect } = result
  const asked = askedOf(strata)
  if (n > asked) yield `有 ${n} 个回答,问到的只有 ${asked} 张票`
  if (![mean, topTwo, dontKnow].every(inScale)) return yield '区间不在 0 到 100 之间,或者没有包住数值'

  const top = topTwo.value / 100
  if (mean.value < 75 * top - 2 * HALF || mean.value > 50 + 50 * top + 2 * HALF) yield '平均分和前两档的比例不可能同时成立'
  const byEffect = ((topTwo.high - topTwo.low) * HALF) / designEffect
  if (!(designEffect >= 1 - HALF) || !near(wilson(top, n / designEffect), topTwo, 3 * HALF + byEffect))
    yield '前两档的区间不是由比例和票数算出来的'

  const { least, most } = shareOf(strata, asked - n)
  if (dontKnow.value < least - HALF || dontKnow.value > most + HALF) yield '说不清的比例和票数对不上'
  if (!near(wilson(dontKnow.value / 100, asked / effectOf(strata)), dontKnow, 3 * HALF)) yield '说不清的区间不是由比例和票数算出来的'

  const reach = reachOf(result, strata)
  const [narrow, wide] = [around(mean.value, reach.least), around(mean.value, reach.most)]
  const tooNarrow = mean.low > narrow.low + 2 * HALF || mean.high < narrow.high - 2 * HALF
  const tooWide = mean.low < wide.low - 2 * HALF || mean.high > wide.high + 2 * HALF
  if (tooNarrow || tooWide) yield '平均分的区间,这么多票算不出来'
}

function* ofUnit({ questions, score, dontKnow, money }: UnitResult, strata: Strata, weights: Weights): Iterable<string> {
  for (const question of ratedQuestions) {
    const result = questions[question]
    if (result) yield* ofQuestion(result, strata)
  }
  const means = ratedQuestions.map((question) => ({ weight: weights[question], mean: questions[question]?.mean }))
  if ((score !== undefined) !== means.every(({ mean }) => mean !== undefined)) yield '总分该有没有,或者不该有却有'
  if (score) {
    const expected = means.reduce((sum, { weight, mean }) => sum + (weight * (mean?.value ?? 0)) / 100, 0)
    if (!inScale(score) || Math.abs(score.value - expected) > 2 * HALF) yield `总分写的是 ${score.value},按权重应是 ${expected.toFixed(2)}`
    // Questions that all err alike give the widest interval that their sum can have; an interval that fills the scale says no width.
    const furthest = means.reduce((sum, { weight, mean }) => sum + (weight * (mean ? sideOf(mean) : Infinity)) / 100, 0)
    if (sideOf(score) > 1.05 * furthest + 4 * HALF && sideOf(score) < Infinity) yield '总分的区间比三个问题的都宽'
  }
  const asked = askedOf(strata)
  if (!dontKnow || !inScale(dontKnow)) return yield '说不清的比例缺少,或者不在 0 到 100 之间'
  if (!near(wilson(dontKnow.value / 100, asked / effectOf(strata)), dontKnow, 3 * HALF)) yield '说不清的区间不是由比例和票数算出来的'
  for (const question of ratedQuestions)
    if (dontKnow.value > (questions[question]?.dontKnow.value ?? 100) + 2 * HALF) yield '三项都说不清的,比一项说不清的还多'
  if (money && (money.n > asked || !inScale(money.share))) yield '钱物一项的票数或者区间不对'
  if (money) {
    // Unequal weights only ever widen it.
    const narrowest = wilson(money.share.value / 100, money.n)
    if (money.share.low > narrowest.low + 3 * HALF || money.share.high < narrowest.high - 3 * HALF)
      yield '钱物一项的区间太窄,这么多票算不出来'
  }
}

export const figuresFit: Check = {
  name: '每个单位的分数、比例、区间互相对得上',
  *problems(data) {
    const { totals, campaign } = data
    const strataOf = new Map(listings(data).map(({ unitId, strata }) => [unitId, strata]))
    for (const unit of [...totals.units, ...totals.unitsByCounty]) {
      const strata = (strataOf.get(unit.unitId) ?? []).filter(({ county }) => unit.county === undefined || county === unit.county)
      for (const problem of ofUnit(unit, strata, campaign.frozen.weights)) yield `${unit.county ?? ''}${unit.name}:${problem}`
    }
  },
}

/** The whole lies between its parts, and so many answered as in its parts together. */
export const partsMakeTheWhole: Check = {
  name: '各县加起来就是全部',
  *problems({ totals }) {
    for (const whole of totals.units) {
      const parts = totals.unitsByCounty.filter(({ unitId }) => unitId === whole.unitId)
      for (const question of ratedQuestions) {
        const results = parts.flatMap(({ questions }) => questions[question] ?? [])
        const own = whole.questions[question]
        if (results.length === 0 || !own) continue
        if (results.reduce((sum, { n }) => sum + n, 0) !== own.n) yield `${whole.name}:各县的票数加起来不是 ${own.n}`
        const means = results.map(({ mean }) => mean.value)
        if (own.mean.value < Math.min(...means) - 2 * HALF || own.mean.value > Math.max(...means) + 2 * HALF)
          yield `${whole.name}:平均分不在各县之间`
      }
    }
  },
}
