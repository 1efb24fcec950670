import * as z from 'zod/mini'

import { ExportManifest, exportManifestFile } from '../../../ballot/files'
import { PackId, Receipt, type Totals } from '../../../contract/survey'
import { day, hour, later } from '../../../contract/time'
import { ids } from '../../../functions/pairing/roster/merge'
import { surveyExports } from '../../../functions/survey/exports'
import { publicParts } from '../../../functions/survey/public-parts'
import { ballotOf, begunBy, blindedBy, openPolls, tokenFrom } from '../../survey/held'
import type { Who } from '../cast'
import { START } from '../lane'
import type { Call, Deed, Journey, Made } from '../steps'
import { asked, at, campaignOf, decide, look, rollIdOf, sealKey, seen, under, untilDrawn } from './survey-steps'
import { read } from './tickets'

/** How many households of the town here are asked; one ballot comes from each of three. */
const [HOUSEHOLDS, BALLOTS, SHEETS] = [6, 3, 2]
const ANSWERED = '收的钱退回去了'

const sheet = (level: number) => ({ watched: 1, units: [{ unit: 0, service: level, conduct: level, results: level, money: 2 }] })
type Voter = { name: string; route: 'POST /v1/ballot-draws' | 'POST /v1/telephone-draws' }
const villager: Voter = { name: 'villager', route: 'POST /v1/ballot-draws' }
const caller: Voter = { name: 'caller', route: 'POST /v1/telephone-draws' }

const draw = ({ name, route }: Voter, who: Who, more: (made: Made) => object = () => ({})): Call => ({
  ...{ who, route },
  body: (made) => ({ campaignId: campaignOf(made), blinded: blindedBy(name, at(made)), ...more(made) }),
})
/** Nobody is asked who casts. */
const cast = ({ name, route }: Voter, level = 1): Call => ({
  ...{ who: 'desktop', route: 'POST /v1/ballots' },
  body: async (made) => {
    const token = tokenFrom(made.answer(route), begunBy(name, at(made)), at(made))
    return { ...at(made), ...(await ballotOf(`${name} ${level}`, { ...at(made), sealKey }, token, sheet(level))) }
  },
})
const byTelephone = (made: Made) => ({ rollId: rollIdOf(made, 'ML01-0219') })

/** A pack is printed; one sheet of it is entered, and the other one voided. */
const pack: Deed = {
  deed: 'a pack is printed, entered and voided',
  does: async (process, made) => {
    const polls = openPolls(made.lane.town, process)
    const tokens = await polls.pack('pack', PackId.parse(made.id('pack')), at(made), SHEETS, (await made.lane.token('office')) ?? '')
    if (typeof tokens === 'string') throw new Error(tokens)
    const entered = await polls.cast('sheet', { campaignId: campaignOf(made), sealKey }, at(made).stratumId, tokens[0]!, sheet(3))
    const voided = await polls.voids(at(made), tokens[1]!)
    if (entered.status !== 200 || voided.status !== 200) throw new Error('the sheets were not taken')
  },
}
/** A line of the pack's book, which counts once both have noted it. */
const booked = (who: 'office' | 'second', kind: 'entered' | 'voided'): Call => ({
  ...{ who, route: 'POST /v1/surveys/{id}/packs/{packId}/entries' },
  path: (made) => `/v1/surveys/${campaignOf(made)}/packs/${made.id('pack')}/entries`,
  body: ({ id }) => ({ step: id(`${kind} line`), kind, sheets: 1 }),
})

const exported = (what: string, whole: (files: ReadonlyMap<string, Uint8Array>) => boolean): Deed => ({
  deed: what,
  does: async ({ table, ballots, clock }, { notes }) => {
    const write = async (name: string, bytes: Uint8Array) => void notes.set(name, Buffer.from(bytes).toString('base64'))
    await surveyExports({ table, ballots }).due(() => write, clock())
    if (!whole(new Map([...notes].map(([name, text]) => [name, Buffer.from(text, 'base64')])))) throw new Error('the folder is not whole')
  },
})
const digest = exported('a digest is taken', () => true)
const folder = exported('the auditors get their folder', (files) => {
  const { strata } = ExportManifest.parse(JSON.parse(Buffer.from(files.get(exportManifestFile) ?? []).toString()))
  return strata.length === 1 && strata.every(({ ballots, drew, voided }) => ballots === BALLOTS && drew === BALLOTS && voided === 1)
})

/** What everybody may have: each household that drew once, each ballot once. */
const published: Deed = {
  deed: 'all that is public is written',
  does: async ({ table }, made) => {
    const parts = await publicParts(table, campaignOf(made))
    for await (const { roll, drew, receipts } of parts?.strata ?? []) {
      const once = [roll, drew, receipts.map(({ receipt }) => receipt)].map((all) => new Set(all).size)
      if (String([...once, receipts.length]) !== String([HOUSEHOLDS, BALLOTS, BALLOTS, BALLOTS]))
        throw new Error(`published: ${once.join()}`)
    }
    if (!parts?.totals) throw new Error('nothing is published')
  },
}

const interval = { value: 40, low: 20, high: 60 }
const question = { n: 10, mean: interval, topTwo: interval, dontKnow: interval, designEffect: 1 }
const receiptIn = ({ answer }: Made) => z.object({ receipt: Receipt }).parse(answer('POST /v1/ballots')).receipt
/** As the auditors hand it in: one ballot could not be read, and somebody was asked for money. */
function totals(made: Made): string {
  const { strata } = seen(made)
  const rows = strata.map(({ id, county, township, roll = 0, sample = 0 }) => ({ id, county, township, roll, sample }))
  const counted: Totals = {
    ...{ campaignId: campaignOf(made), countedAt: later(START, 16 * day) },
    strata: rows.map((row) => ({ ...row, drew: BALLOTS, ballots: BALLOTS, spoilt: 1, weight: 2 })),
    units: asked.map((unitId, nth) => ({
      ...{ unitId, name: nth === 0 ? '北流市农业局' : '民乐供电所', asked: 10, group: 1, score: interval },
      ...{ questions: { service: question }, money: { n: 10, share: { value: nth === 0 ? 10 : 0, low: 0, high: 30 } } },
    })),
    ...{ unitsByCounty: [], watched: [], spoilt: [{ receipt: receiptIn(made), because: 'unreadable' }] },
  }
  return JSON.stringify(counted)
}
const HALF = 500
const handIn = (part: 0 | 1): Call =>
  decide(
    'POST /v1/surveys/{id}/totals',
    '/totals',
    (made) => ({ part, parts: 2, text: part === 0 ? totals(made).slice(0, HALF) : totals(made).slice(HALF) }),
    1 + part,
  )

const Asked = z.object({ items: z.array(z.object({ id: z.string() })).check(z.minLength(1)) })
const answer: Call = {
  ...{ who: 'farming', route: 'POST /v1/rectifications/{id}/answer' },
  path: (made) => `/v1/rectifications/${Asked.parse(made.answer('GET /v1/rectifications')).items[0]!.id}/answer`,
  body: () => ({ text: ANSWERED }),
}
const step = (to: 'published' | 'archived') => decide('POST /v1/surveys/{id}/step', '/step', () => ({ to }))

/** A survey to its end: what is accepted of draws and ballots is there once, and everybody invited who is to be. The short one comes first. */
export const surveyJourneys: Readonly<Record<string, Journey>> = {
  'some households are drawn for a survey, and it is given up': {
    needs: ['wechat'],
    steps: [
      ...untilDrawn(3),
      look,
      decide('POST /v1/surveys/{id}/annul', '/annul', () => ({ because: '钥匙泄露了' })),
      { passes: 20 * hour },
    ],
  },
  'a survey is held': {
    needs: ['wechat'],
    steps: [
      ...untilDrawn(10_000),
      { passes: 17 * hour },
      read('villager', 'GET /v1/survey'),
      draw(villager, 'villager'),
      draw(villager, 'villager'),
      cast(villager),
      cast(villager),
      { ...cast(villager, 5), refused: 'tokenUsed' },
      draw(caller, 'office', byTelephone),
      cast(caller),
      {
        ...{ who: 'office', route: 'POST /v1/surveys/{id}/paper-draws', ...under('/paper-draws') },
        body: (made) => ({ rollId: rollIdOf(made, 'ML01-0220'), slip: '12345674' }),
      },
      pack,
      booked('office', 'entered'),
      booked('second', 'entered'),
      booked('second', 'voided'),
      booked('office', 'voided'),
      { who: 'office', route: 'GET /v1/surveys/{id}/packs', ...under('/packs') },
      { who: 'office', route: 'GET /v1/surveys/{id}/progress', ...under('/progress') },
      {
        who: 'office',
        route: 'GET /v1/surveys/{id}/roll',
        path: (made) => `/v1/surveys/${campaignOf(made)}/roll?villageId=${ids.village('ML01')}`,
      },
      read('helper', 'GET /v1/survey-visits'),
      digest,
      { passes: 13 * day },
      folder,
      look,
      handIn(0),
      handIn(1),
      look,
      step('published'),
      read('villager', 'GET /v1/survey/results'),
      { who: 'desktop', route: 'GET /v1/survey-digests/{campaignId}', path: (made) => `/v1/survey-digests/${campaignOf(made)}` },
      {
        ...{ who: 'desktop', route: 'GET /v1/survey-receipts/{campaignId}/{prefix}' },
        path: (made) => `/v1/survey-receipts/${campaignOf(made)}/${receiptIn(made).slice(0, 2)}`,
      },
      published,
      { passes: 40 * day },
      read('farming', 'GET /v1/rectifications'),
      answer,
      look,
      step('archived'),
      read('office', 'GET /v1/surveys'),
    ],
  },
}
