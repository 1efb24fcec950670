// A process of its own, so that its memory is the count's: a million opened ballots counted, and a plain pass over the same bytes.
import { addSheet } from '../../auditor/statistics/add-sheet'
import { newTally } from '../../auditor/statistics/tally'
import { totalsOf } from '../../auditor/statistics/totals'
import { Frozen } from '../../ballot/files'
import { Instant } from '../../contract/route'

const BALLOTS = 1_200_000
const STRATA = 200
const UNITS = 15
const SHEET = 128
const EACH = BALLOTS / STRATA
const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const at = Instant.parse('2026-12-20T00:00:00.000Z')

/** Marsaglia's xorshift32: fast, and the same ballots each time. */
function random(state: number) {
  return (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function openedSheets(): Uint8Array {
  const draw = random(20261224)
  const sheets = new Uint8Array(BALLOTS * SHEET)
  for (let from = 0; from < sheets.length; from += SHEET) {
    sheets[from] = 1
    sheets[from + 1] = draw(4)
    sheets[from + 2] = UNITS
    for (let unit = 0, to = from + 3; unit < UNITS; unit++, to += 5) {
      sheets[to] = unit
      sheets[to + 1] = draw(6)
      sheets[to + 2] = draw(6)
      sheets[to + 3] = draw(6)
      sheets[to + 4] = draw(3)
    }
  }
  return sheets
}

const frozen = Frozen.parse({
  campaignId: hex(1),
  title: '量一量',
  questions: { service: '一', conduct: '二', results: '三', money: '四', watched: '五' },
  weights: { service: 30, conduct: 30, results: 40 },
  sample: BALLOTS,
  floor: 30,
  source: { name: '双色球', at },
  tokenKey: 'A'.repeat(43),
  sealKey: 'A'.repeat(43),
  ...{ opensAt: at, drawsUntil: at, castsUntil: at, frozenAt: at },
  strata: Array.from({ length: STRATA }, (_, stratum) => ({
    id: hex(0x1000 + stratum),
    county: `县${stratum % 7}`,
    township: `镇${stratum}`,
    // Three are the city's, the others each township's own, as in a real campaign.
    units: Array.from({ length: UNITS }, (__, unit) => ({
      id: hex(unit < 3 ? unit : 0x100 + stratum * UNITS + unit),
      name: '局',
      does: '',
    })),
    roll: EACH + stratum,
    sample: EACH,
    rollDigest: '0'.repeat(64),
  })),
})

function count(sheets: Uint8Array) {
  const tally = newTally(STRATA)
  for (let stratum = 0, from = 0; stratum < STRATA; stratum++)
    for (const end = from + EACH * SHEET; from < end; from += SHEET) addSheet(tally, stratum, UNITS, sheets, from)
  const turnout = frozen.strata.map(() => ({ drew: EACH, ballots: EACH }))
  return totalsOf(frozen, turnout, tally, [], at)
}

/** The least that anybody could do with these bytes: one sum and one number of answers a question. */
function plainPass(sheets: Uint8Array) {
  const sums = new Float64Array(STRATA * UNITS * 4)
  const numbers = new Uint32Array(STRATA * UNITS * 4)
  for (let stratum = 0, from = 0; stratum < STRATA; stratum++)
    for (const end = from + EACH * SHEET; from < end; from += SHEET) {
      const rated = sheets[from + 2]!
      for (let nth = 0, byte = from + 3; nth < rated; nth++, byte += 5) {
        const cell = (stratum * UNITS + sheets[byte]!) * 4
        for (let question = 0; question < 4; question++) {
          const level = sheets[byte + 1 + question]!
          if (level > 0) {
            sums[cell + question]! += level
            numbers[cell + question]!++
          }
        }
      }
    }
  return { sums, numbers }
}

/** The least processor time of each, in milliseconds, measured in turns: what else the machine does then weighs on both alike. */
function fastest(works: readonly (() => unknown)[]): number[] {
  const least = works.map(() => Infinity)
  for (let run = 0; run < 5; run++)
    works.forEach((work, nth) => {
      const began = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(began)
      least[nth] = Math.min(least[nth]!, (user + system) / 1000)
    })
  return least
}

const sheets = openedSheets()
const [plain, counted] = fastest([() => plainPass(sheets), () => count(sheets)])
const totals = count(sheets)
process.stdout.write(
  JSON.stringify({ ballots: BALLOTS, plain, counted, units: totals.units.length, megabytes: process.resourceUsage().maxRSS / 1024 }),
)
