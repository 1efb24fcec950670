// The count once more, written from docs/survey.md alone: ballot by ballot, slow and obvious. It shares no line with auditor/.
export type PlainStratum = { id: string; county: string; roll: number; units: { id: string; name: string }[] }
export type PlainRating = { service: number; conduct: number; results: number; money: number }
export type PlainBallot = { stratum: string; watched: number; ratings: Record<string, PlainRating> }
type Question = 'service' | 'conduct' | 'results'
type Weighted = { weight: number; rating: PlainRating; county: string }

const questions: Question[] = ['service', 'conduct', 'results']
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const two = (value: number) => Math.round(value * 100) / 100
const cut = (value: number) => Math.min(100, Math.max(0, value))
const points = (level: number) => (level - 1) * 25
const nothing: PlainRating = { service: 0, conduct: 0, results: 0, money: 0 }

type Pool = { name: string; members: PlainStratum[]; ballots: number }

function poolUp(pools: Pool[]): Pool[] {
  const waiting = [...pools].sort((a, b) => a.ballots - b.ballots || a.name.localeCompare(b.name, 'en'))
  const done: Pool[] = []
  while (waiting.length > 0) {
    const pool = waiting.shift()!
    while (pool.ballots < 10 && waiting.length > 0) {
      const next = waiting.shift()!
      pool.members = [...pool.members, ...next.members]
      pool.ballots += next.ballots
    }
    if (pool.ballots < 10 && done.length > 0) {
      const last = done[done.length - 1]!
      last.members = [...last.members, ...pool.members]
      last.ballots += pool.ballots
    } else done.push(pool)
  }
  return done
}

export function plainWeights(strata: PlainStratum[], ballots: PlainBallot[]): Record<string, number> {
  const own = (stratum: PlainStratum) => ballots.filter((ballot) => ballot.stratum === stratum.id).length
  const counties = Array.from(new Set(strata.map((stratum) => stratum.county)))
  let pools: Pool[] = []
  for (const county of counties) {
    const members = strata.filter((stratum) => stratum.county === county)
    pools = pools.concat(poolUp(members.map((stratum) => ({ name: stratum.id, members: [stratum], ballots: own(stratum) }))))
  }
  const weights: Record<string, number> = {}
  for (const pool of poolUp(pools))
    for (const stratum of pool.members)
      weights[stratum.id] = pool.ballots === 0 ? 0 : sum(pool.members.map((member) => member.roll)) / pool.ballots
  return weights
}

function wilsonShare(yes: Weighted[], all: Weighted[]) {
  const weights = sum(all.map((one) => one.weight))
  const p = Math.min(1, sum(yes.map((one) => one.weight)) / weights)
  const effect = (all.length * sum(all.map((one) => one.weight ** 2))) / weights ** 2
  const n = all.length / effect
  const z = 1.959963984540054
  const root = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n)
  return {
    value: two(100 * p),
    low: two(cut((100 * (p + (z * z) / (2 * n) - root)) / (1 + (z * z) / n))),
    high: two(cut((100 * (p + (z * z) / (2 * n) + root)) / (1 + (z * z) / n))),
  }
}

function scoreOf(all: Weighted[], parts: Partial<Record<Question, number>>) {
  const asked = questions.filter((question) => parts[question] !== undefined)
  const about = Object.fromEntries(
    asked.map((question) => {
      const given = all.filter((one) => one.rating[question] > 0)
      const weights = sum(given.map((one) => one.weight))
      const mean = sum(given.map((one) => one.weight * points(one.rating[question]))) / weights
      return [question, { n: given.length, mean, weights: (weights * (given.length + 2)) / given.length }]
    }),
  )
  const distances = all.map((one) =>
    sum(
      asked
        .filter((question) => one.rating[question] > 0)
        .map(
          (question) => (one.weight * parts[question]! * (points(one.rating[question]) - about[question]!.mean)) / about[question]!.weights,
        ),
    ),
  )
  const madeUp = [0, 100].map((end) =>
    sum(asked.map((question) => (parts[question]! * (end - about[question]!.mean)) / (about[question]!.n + 2))),
  )
  const m = Math.min(...asked.map((question) => about[question]!.n))
  const variance = (sum([...distances, ...madeUp].map((distance) => distance * distance)) * (m + 2)) / (m + 1)
  const value = sum(asked.map((question) => parts[question]! * about[question]!.mean))
  const half = 1.959963984540054 * Math.sqrt(variance)
  return { value: two(value), low: two(cut(value - half)), high: two(cut(value + half)) }
}

function resultOf(all: Weighted[], may: { questions: Question[]; money: boolean }, weights: Record<Question, number>) {
  const result: Record<string, unknown> = { asked: all.length }
  result.questions = Object.fromEntries(
    may.questions.map((question) => {
      const given = all.filter((one) => one.rating[question] > 0)
      const total = sum(given.map((one) => one.weight))
      return [
        question,
        {
          n: given.length,
          mean: scoreOf(all, { [question]: 1 }),
          topTwo: wilsonShare(
            given.filter((one) => one.rating[question] >= 4),
            given,
          ),
          dontKnow: wilsonShare(
            all.filter((one) => one.rating[question] === 0),
            all,
          ),
          designEffect: two((given.length * sum(given.map((one) => one.weight ** 2))) / total ** 2),
        },
      ]
    }),
  )
  if (may.questions.length === 3)
    result.score = scoreOf(all, { service: weights.service / 100, conduct: weights.conduct / 100, results: weights.results / 100 })
  result.dontKnow = wilsonShare(
    all.filter(({ rating }) => rating.service === 0 && rating.conduct === 0 && rating.results === 0),
    all,
  )
  if (may.money) {
    const said = all.filter((one) => one.rating.money > 0)
    const share = wilsonShare(
      said.filter((one) => one.rating.money === 2),
      said,
    )
    result.money = { n: said.length, share }
  }
  return result
}

function mayPublish(parts: Weighted[][]) {
  if (!parts.every((part) => part.length >= 10)) return undefined
  const enough = (said: (rating: PlainRating) => number) => parts.every((part) => part.filter((one) => said(one.rating) > 0).length >= 10)
  return { questions: questions.filter((question) => enough((rating) => rating[question])), money: enough((rating) => rating.money) }
}

type Scored = { unitId: string; score: { low: number; high: number } }

/** Whoever can be reached over intervals that meet is in one group; groups are numbered from the highest down. */
export function plainGroups(units: Scored[]): Record<string, number> {
  const meet = (a: Scored, b: Scored) => a.score.low <= b.score.high && b.score.low <= a.score.high
  const left = [...units]
  const groups: Scored[][] = []
  while (left.length > 0) {
    const group = [left.shift()!]
    for (let grown = true; grown;) {
      grown = false
      for (const unit of [...left])
        if (group.some((member) => meet(member, unit))) {
          group.push(...left.splice(left.indexOf(unit), 1))
          grown = true
        }
    }
    groups.push(group)
  }
  groups.sort((a, b) => Math.max(...b.map((unit) => unit.score.high)) - Math.max(...a.map((unit) => unit.score.high)))
  return Object.fromEntries(groups.flatMap((group, nth) => group.map((unit) => [unit.unitId, nth + 1])))
}

export function plainCount(strata: PlainStratum[], ballots: PlainBallot[], weights: Record<Question, number>) {
  const weightOf = plainWeights(strata, ballots)
  const unitIds = Array.from(new Set(strata.flatMap((stratum) => stratum.units.map((unit) => unit.id)))).sort()
  const units: Record<string, unknown>[] = []
  const unitsByCounty: Record<string, unknown>[] = []
  for (const unitId of unitIds) {
    const listing = strata.filter((stratum) => stratum.units.some((unit) => unit.id === unitId))
    const name = listing[0]!.units.find((unit) => unit.id === unitId)!.name
    const all = listing.flatMap((stratum) =>
      ballots
        .filter((ballot) => ballot.stratum === stratum.id)
        .map((ballot) => ({ weight: weightOf[stratum.id]!, rating: ballot.ratings[unitId] ?? nothing, county: stratum.county })),
    )
    const may = mayPublish([all])
    if (may) units.push({ unitId, name, ...resultOf(all, may, weights) })
    const counties = Array.from(new Set(listing.map((stratum) => stratum.county))).sort()
    const parts = counties.map((county) => all.filter((one) => one.county === county))
    const mayBy = mayPublish(parts)
    if (mayBy) counties.forEach((county, nth) => unitsByCounty.push({ unitId, name, county, ...resultOf(parts[nth]!, mayBy, weights) }))
  }
  const countyNames = Array.from(new Set(strata.map((stratum) => stratum.county))).sort()
  const watched = countyNames
    .map((county) => {
      const own = ballots.filter((ballot) => strata.find((stratum) => stratum.id === ballot.stratum)!.county === county)
      const said = (answer: number) => own.filter((ballot) => ballot.watched === answer).length
      return { county, n: own.length, silent: said(0), nobody: said(1), helped: said(2), watched: said(3) }
    })
    .filter(({ n }) => n >= 10)
  return { units, unitsByCounty, watched }
}
