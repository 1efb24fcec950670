import { ratedQuestions, surveyLimits, type UnitResult } from '../../contract/survey'
import { grouped } from '../statistics/groups'
import type { Check } from './check'
import { askedOf, countiesOf, listings, type Listing } from './listing'
import type { PublicFolder } from './public-folder'

const { publishLeast } = surveyLimits
const row = ({ unitId, name, county, asked }: Pick<UnitResult, 'name' | 'county' | 'asked'> & { unitId: string }) =>
  [county, unitId, name, asked].join(' ')

const wholes = (units: readonly Listing[]) =>
  units.map(({ unitId, name, strata }) => ({ unitId, name, asked: askedOf(strata) })).filter(({ asked }) => asked >= publishLeast)

function parts({ unitId, name, strata }: Listing) {
  const all = countiesOf(strata).map((county) => ({ unitId, name, county, asked: askedOf(strata.filter((one) => one.county === county)) }))
  return all.every(({ asked }) => asked >= publishLeast) ? all : []
}

const numbersOf = ({ asked, questions, money }: UnitResult) => [
  asked,
  ...ratedQuestions.flatMap((question) => questions[question]?.n ?? []),
  ...(money ? [money.n] : []),
]

export const nothingUnderTen: Check = {
  name: '少于 10 张票的一概没有公布',
  *problems({ totals }) {
    for (const unit of [...totals.units, ...totals.unitsByCounty])
      if (numbersOf(unit).some((n) => n < publishLeast)) yield `${unit.county ?? ''}${unit.name}有一项少于 ${publishLeast} 张票`
    for (const { county, n } of totals.watched) if (n < publishLeast) yield `${county}"有没有人看着"少于 ${publishLeast} 张票`
  },
}

/** A question that is shown of some counties and not of others would give the others away. */
function* halfShown({ totals }: PublicFolder): Iterable<string> {
  for (const whole of totals.units) {
    const counties = totals.unitsByCounty.filter(({ unitId }) => unitId === whole.unitId)
    const shown = (has: (unit: UnitResult) => boolean) => counties.filter(has).length
    for (const has of [
      ...ratedQuestions.map((question) => (unit: UnitResult) => unit.questions[question] !== undefined),
      (unit: UnitResult) => unit.money !== undefined,
      (unit: UnitResult) => unit.score !== undefined,
      (unit: UnitResult) => unit.dontKnow !== undefined,
    ]) {
      const count = shown(has)
      if (count > 0 && (count < counties.length || !has(whole))) yield `${whole.name}有一项只公布了一部分县`
    }
  }
}

/** Of a unit that one county alone has on its lists, that county's figures are all there are. */
function* onlyCountyDiffers({ totals }: PublicFolder): Iterable<string> {
  const figures = ({ county: _, group: __, ...unit }: UnitResult) => JSON.stringify(unit)
  for (const whole of totals.units) {
    const [only, ...more] = totals.unitsByCounty.filter(({ unitId }) => unitId === whole.unitId)
    if (only && more.length === 0 && figures(only) !== figures(whole)) yield `${whole.name}只在一个县,分县的结果和全部的不一样`
  }
}

export const unitsListed: Check = {
  name: '公布的单位不多不少,各县要么都有,要么都没有',
  *problems(data) {
    const units = listings(data)
    const same = (published: readonly UnitResult[], expected: readonly Parameters<typeof row>[0][]) =>
      published.map(row).join('\n') === expected.map(row).join('\n')
    if (!same(data.totals.units, wholes(units))) yield '公布的单位或者问到的票数,和名单、票数推出来的不一样'
    if (!same(data.totals.unitsByCounty, units.flatMap(parts))) yield '分县公布的单位或者票数,和名单、票数推出来的不一样'
    yield* halfShown(data)
    yield* onlyCountyDiffers(data)
  },
}

export const groupsAgree: Check = {
  name: '分组由区间是否重叠决定',
  *problems({ totals }) {
    const expected = new Map(grouped(totals.units.map(({ group: _, ...unit }) => unit)).map(({ unitId, group }) => [unitId, group]))
    for (const { unitId, name, group } of totals.units)
      if (group !== expected.get(unitId)) yield `${name}写在第 ${group ?? '-'} 组,应在第 ${expected.get(unitId) ?? '-'} 组`
    if (totals.unitsByCounty.some(({ group }) => group !== undefined)) yield '分县的结果不该有分组'
  },
}

export const watchedAgrees: Check = {
  name: '"有没有人看着"的票数对得上',
  *problems({ totals }) {
    const ballots = new Map<string, number>()
    for (const { county, ballots: cast, spoilt } of totals.strata) ballots.set(county, (ballots.get(county) ?? 0) + cast - spoilt)
    const expected = [...ballots].filter(([, n]) => n >= publishLeast).sort(([a], [b]) => (a < b ? -1 : 1))
    const published = totals.watched.map(({ county, n }) => [county, n])
    if (JSON.stringify(published) !== JSON.stringify(expected)) yield '各县的票数和乡镇加起来的不一样'
    for (const { county, n, nobody, helped, watched, silent } of totals.watched)
      if (nobody + helped + watched + silent !== n) yield `${county}的四种回答加起来不是 ${n}`
  },
}
