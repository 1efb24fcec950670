import { SHEET_BYTES } from '../../ballot/sheet'
import type { SpoiltBecause } from '../../contract/survey'
import { surveyLimits } from '../../contract/survey'
import { cellOf, CELLS, type Tally } from './tally'

/** The bytes of a sheet, as ballot/sheet.ts lays them out. */
const VERSION = 1
const HEAD = 3
const RATING = 5
const LEVEL_MOST = 5
const YES_NO_MOST = 2
const WATCHED_MOST = 3

// Read once: what another module exports costs a call at each use, as these programs run without a bundler.
const { unitsMost } = surveyLimits
const [sheetBytes, cells, cellFor] = [SHEET_BYTES, CELLS, cellOf] as const

const cellOfPlace = new Uint32Array(unitsMost)

/**
 * Counts one opened sheet, or says why it is spoilt and counts nothing of it. It reads the bytes where they lie, because a
 * million sheets as objects cost more than the whole count; ballot/sheet.ts decides the same, and a test holds both together.
 */
export function addSheet(tally: Tally, stratum: number, units: number, sheets: Uint8Array, from: number): SpoiltBecause | undefined {
  const rated = sheets[from + 2]!
  const watched = sheets[from + 1]!
  if (sheets[from] !== VERSION || rated > unitsMost) return 'form'
  if (watched > WATCHED_MOST) return 'level'

  cellOfPlace.fill(0)
  let seen = 0
  let at = from + HEAD
  for (let nth = 0; nth < rated; nth++, at += RATING) {
    const place = sheets[at]!
    if (place >= units) return 'unit'
    if ((seen >> place) & 1) return 'form'
    seen |= 1 << place
    const service = sheets[at + 1]!
    const conduct = sheets[at + 2]!
    const results = sheets[at + 3]!
    const money = sheets[at + 4]!
    if (service > LEVEL_MOST || conduct > LEVEL_MOST || results > LEVEL_MOST || money > YES_NO_MOST) return 'level'
    cellOfPlace[place] = cellFor(service, conduct, results, money)
  }
  for (const end = from + sheetBytes; at < end; at++) if (sheets[at] !== 0) return 'form'

  const first = stratum * unitsMost * cells
  for (let place = 0; place < units; place++) tally.cells[first + place * cells + cellOfPlace[place]!]!++
  tally.watched[stratum * 4 + watched]!++
  tally.ballots[stratum]!++
  return undefined
}
