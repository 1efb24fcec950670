import { ratedQuestions, surveyLimits, type QuestionResult, type RatedQuestion, type UnitResult, type Weights } from '../../contract/survey'
import { rounded } from './interval'
import { score } from './score'
import { noLevel, points, pointsByCell, saysNothing, tookMoney, topTwo, type Slice } from './slice'
import { designEffect, share, weigh } from './weigh'

/** What of a unit has ten answers or more, and so may be published. */
type Publishable = { questions: readonly RatedQuestion[]; money: boolean }
/** How many ballots had the unit on their list, and how many of them gave each answer. */
type Counts = { asked: number } & Record<RatedQuestion | 'money', number>

const countsOf = (slices: readonly Slice[]): Counts => ({
  asked: weigh(
    slices.map(({ whole }) => whole),
    saysNothing,
  ).n,
  service: weigh(
    slices.map(({ service }) => service),
    points,
  ).n,
  conduct: weigh(
    slices.map(({ conduct }) => conduct),
    points,
  ).n,
  results: weigh(
    slices.map(({ results }) => results),
    points,
  ).n,
  money: weigh(
    slices.map(({ money }) => money),
    tookMoney,
  ).n,
})

/**
 * What may be published of all these parts of a unit, none of which may be left out; nothing at all where one was asked
 * about in fewer than ten ballots. A part left out would follow from the whole and the others.
 */
export function publishable(parts: readonly (readonly Slice[])[]): Publishable | undefined {
  const counts = parts.map(countsOf)
  const every = (what: keyof Counts) => counts.every((count) => count[what] >= surveyLimits.publishLeast)
  return every('asked') ? { questions: ratedQuestions.filter(every), money: every('money') } : undefined
}

function questionResult(slices: readonly Slice[], question: RatedQuestion): QuestionResult {
  const answers = slices.map((slice) => slice[question])
  const sums = weigh(answers, points)
  return {
    n: sums.n,
    mean: score(answers, [{ points, weight: 1 }]),
    topTwo: share(answers, topTwo),
    dontKnow: share(answers, noLevel),
    designEffect: rounded(designEffect(sums)),
  }
}

/** What is published of a unit over these strata, as far as it may be. */
export function unitResult(
  unit: Pick<UnitResult, 'unitId' | 'name' | 'county'>,
  slices: readonly Slice[],
  may: Publishable,
  weights: Weights,
): UnitResult {
  const whole = slices.map((slice) => slice.whole)
  const money = slices.map((slice) => slice.money)
  const scored = ratedQuestions.every((question) => may.questions.includes(question))
  const parts = ratedQuestions.map((question) => ({ points: pointsByCell[question], weight: weights[question] / 100 }))
  return {
    ...unit,
    asked: weigh(whole, saysNothing).n,
    questions: Object.fromEntries(may.questions.map((question) => [question, questionResult(slices, question)])),
    ...(scored && { score: score(whole, parts) }),
    dontKnow: share(whole, saysNothing),
    ...(may.money && { money: { n: weigh(money, tookMoney).n, share: share(money, tookMoney) } }),
  }
}
