import { SEALED_BYTES, type SpoiltBecause, surveyLimits } from '../contract/survey'

/** Every sheet is as long, whatever it says: what is sealed tells nothing by its size. */
export const SHEET_BYTES = SEALED_BYTES - 32 - 16

const VERSION = 1
const HEAD = 3
const RATING = 5

/** Answers as a sheet has them; 0 is none. Levels are 1, the worst, to 5. */
export const moneyCodes = { no: 1, yes: 2 } as const
export const watchedCodes = { nobody: 1, helped: 2, watched: 3 } as const
const LEVEL_MOST = 5
const MONEY_MOST = moneyCodes.yes
const WATCHED_MOST = watchedCodes.watched

/** What is said of one unit; `unit` is its place on the stratum's list, from 0. */
export type Rating = { unit: number; service: number; conduct: number; results: number; money: number }
/** What a ballot says. */
export type Sheet = { watched: number; units: readonly Rating[] }

const isOneOf = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most
const answersOf = ({ service, conduct, results, money }: Rating) => [service, conduct, results, money]

function* wrongIn({ watched, units }: Sheet): Iterable<string> {
  if (!isOneOf(watched, WATCHED_MOST)) yield 'watched'
  if (new Set(units.map(({ unit }) => unit)).size < units.length) yield 'a unit twice'
  for (const { unit, service, conduct, results, money } of units) {
    if (!isOneOf(unit, surveyLimits.unitsMost - 1)) yield 'unit'
    if (![service, conduct, results].every((level) => isOneOf(level, LEVEL_MOST))) yield 'level'
    if (!isOneOf(money, MONEY_MOST)) yield 'money'
  }
}

/**
 * The bytes of a sheet. Units stand in the order of the list and those of which nothing is said are left out, so that two who say the
 * same write the same. Throws where a sheet would be spoilt: none such is ever sealed.
 */
export function writeSheet(sheet: Sheet): Uint8Array {
  const [wrong] = wrongIn(sheet)
  if (wrong) throw new RangeError(`no such sheet: ${wrong}`)
  const said = sheet.units.filter((rating) => answersOf(rating).some((answer) => answer > 0)).sort((a, b) => a.unit - b.unit)
  const bytes = new Uint8Array(SHEET_BYTES)
  bytes.set([VERSION, sheet.watched, said.length])
  said.forEach((rating, nth) => bytes.set([rating.unit, ...answersOf(rating)], HEAD + nth * RATING))
  return bytes
}

/** What an opened sheet says of a list of `listed` units, or why it is spoilt: the first reason that is met. */
export function readSheet(bytes: Uint8Array, listed: number): Sheet | { spoilt: SpoiltBecause } {
  const [version, watched = 0, rated = 0] = bytes
  if (bytes.length !== SHEET_BYTES || version !== VERSION || rated > surveyLimits.unitsMost) return { spoilt: 'form' }
  if (watched > WATCHED_MOST) return { spoilt: 'level' }
  const units: Rating[] = []
  for (let at = HEAD; at < HEAD + rated * RATING; at += RATING) {
    const [unit = 0, service = 0, conduct = 0, results = 0, money = 0] = bytes.subarray(at, at + RATING)
    if (unit >= listed) return { spoilt: 'unit' }
    if (units.some((one) => one.unit === unit)) return { spoilt: 'form' }
    if ([service, conduct, results].some((level) => level > LEVEL_MOST) || money > MONEY_MOST) return { spoilt: 'level' }
    units.push({ unit, service, conduct, results, money })
  }
  if (bytes.subarray(HEAD + rated * RATING).some((byte) => byte !== 0)) return { spoilt: 'form' }
  return { watched, units }
}
