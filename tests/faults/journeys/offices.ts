import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { decode, encode } from 'iconv-lite'
import * as z from 'zod/mini'

import { loadRoster } from '../../../functions/pairing/roster/load'
import { generateMinle } from '../../fixtures/minle/generate'
import { households } from '../cast'
import type { Call, Deed, Journey } from '../steps'
import { read } from './tickets'

const year = '/v1/calendar/2027'
const Entered = z.object({ version: z.number() })
const open = read('office', 'GET /v1/calendar/{year}', year)
/** Enters these days upon what was read; whoever finds that it has changed reads it again. */
const holidays = (...days: string[]): Call => ({
  who: 'office',
  route: 'PUT /v1/calendar/{year}',
  path: () => year,
  body: ({ answer }) => ({
    version: Entered.parse(answer('GET /v1/calendar/{year}')).version,
    days: days.map((day) => ({ day, works: false, name: '元旦' })),
  }),
  back: { on: ['changedMeanwhile'], steps: 1 },
})

/** The town's sheets with one more household, another number and another lead. */
async function changedSheets(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-'))
  await generateMinle(folder, new RegExp(`${households.source}|^ML01-0222$`))
  const edit = async (name: string, encoding: string, change: (sheet: string) => string) => {
    const file = path.join(folder, name)
    await writeFile(file, encode(change(decode(await readFile(file), encoding)), encoding, { addBOM: encoding === 'utf8' }))
  }
  await edit('农户.csv', 'gb18030', (sheet) => sheet.replace('19907751220', '19907756220'))
  return folder
}
let sheets: Promise<string> | undefined

const load: Deed = {
  deed: 'the roster is loaded anew',
  does: async ({ table, clock }, { lane }) => {
    const folder = await (sheets ??= changedSheets())
    const { faultCount } = await loadRoster(folder, { table, tag: lane.tag, clock }, { apply: true })
    if (faultCount > 0) throw new Error('the sheets are wrong')
  },
}

/** What offices keep. */
export const officeJourneys: Readonly<Record<string, Journey>> = {
  "a year's holidays are entered, and changed": {
    steps: [open, holidays('2027-01-01'), open, holidays('2027-01-01', '2027-01-04')],
  },
  'a household that nobody leads is seen to be so': {
    steps: [read('neighbour', 'GET /v1/home'), read('neighbour', 'GET /v1/units/nearby')],
  },
  'the roster is loaded anew, with a household more and another number': { steps: [load] },
}
