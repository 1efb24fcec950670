import { ratedQuestions, surveyLimits, type QuestionResult, type RatedQuestion, type UnitResult, type Weights } from '../../contract/survey'
import { rounded } from './interval'
import { pointsOf, score } from './score'
import { answered } from './tally'
import { designEffect, share, weigh, type Slice } from './weigh'

/** What of a unit has ten answers or more, and so may be published. */
export type Publishable = { questions: readonly RatedQuestion[]; money: boolean }
/** How many ballots had the unit on their list, and how many of them gave each answer. */
type Counts = { asked: number; questions: Record<RatedQuestion, number>; money: number }

const given = (slices: readonly Slice[], question: RatedQuestion | 'money') =>
  weigh(slices, (cell) => (answered[question][cell]! > 0 ? 1 : undefined)).n

const countsOf = (slices: readonly Slice[]): Counts => ({
  asked: weigh(slices, () => 1).n,
  questions: { service: given(slices, 'service'), conduct: given(slices, 'conduct'), results: given(slices, 'results') },
  money: given(slices, 'money'),
})

/**
 * What may be published of all these parts of a unit, none of which may be left out; nothing at all where one was asked
 * about in fewer than ten ballots. A part left out would follow from the whole and the others.
 */
export function publishable(parts: readonly (readonly Slice[])[]): Publishable | undefined {
  const counts = parts.map(countsOf)
  const every = (of: (count: Counts) => number) => counts.every((count) => of(count) >= surveyLimits.publishLeast)
  if (!every(({ asked }) => asked)) return undefined
  return {
    questions: ratedQuestions.filter((question) => every(({ questions }) => questions[question])),
    money: every(({ money }) => money),
  }
}

function questionResult(slices: readonly Slice[], question: RatedQuestion): QuestionResult {
  const levels = answered[question]
  const sums = weigh(slices, pointsOf(question))
  return {
    n: sums.n,
    mean: score(slices, [{ question, weight: 1 }]),
    topTwo: share(slices, (cell) => (levels[cell]! > 0 ? levels[cell]! >= 4 : undefined)),
    dontKnow: share(slices, (cell) => levels[cell] === 0),
    designEffect: rounded(designEffect(sums)),
  }
}

const saysNothing = (cell: number) => ratedQuestions.every((question) => answered[question][cell] === 0)

/** What is published of a unit over these strata, as far as it may be. */
export function unitResult(
  unit: Pick<UnitResult, 'unitId' | 'name' | 'county'>,
  slices: readonly Slice[],
  may: Publishable,
  weights: Weights,
): UnitResult {
  const questions = Object.fromEntries(may.questions.map((question) => [question, questionResult(slices, question)]))
  const whole = ratedQuestions.every((question) => may.questions.includes(question))
  return {
    ...unit,
    asked: countsOf(slices).asked,
    questions,
    ...(whole && {
      score: score(
        slices,
        ratedQuestions.map((question) => ({ question, weight: weights[question] / 100 })),
      ),
    }),
    dontKnow: share(slices, saysNothing),
    ...(may.money && {
      money: {
        n: given(slices, 'money'),
        share: share(slices, (cell) => (answered.money[cell]! > 0 ? answered.money[cell] === 2 : undefined)),
      },
    }),
  }
}
