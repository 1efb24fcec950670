import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { runCount } from '../../../auditor/count/run'
import { runKeys } from '../../../auditor/keys/run'
import type { Token } from '../../../ballot/token'
import { CampaignId, PackId, type RollEntry, type StratumId } from '../../../contract/survey'
import { day, hour, later, minute } from '../../../contract/time'
import { shelfIn } from '../../../functions/local/export-folder'
import { ids } from '../../../functions/pairing/roster/merge'
import { randomId } from '../../../functions/platform/tag'
import { ballotOf, blindedBy, planFrom } from '../../survey/held'
import { good } from '../../bench/product'
import { said } from '../canaries'
import type { Name } from '../cast'
import { unit } from '../stage'
import type { World } from './singer'

/** Of so many households the answers may be published, and of a few more they are. */
const BY_TELEPHONE = 12
const A_PART = 2000

const sheet = (nth: number) => ({
  watched: 1,
  units: [
    { unit: 0, service: 1, conduct: 1, results: 1, money: nth % 2 ? 1 : 2 },
    { unit: 1, service: 5, conduct: 5, results: 5, money: 1 },
  ],
})

/** A survey from its draft to the archive and another one that is annulled; with what nobody may ever find of those who voted. */
export async function singSurvey(world: World) {
  const { polls, settle, codes, with: by, exports } = world
  const folder = mkdtempSync(path.join(tmpdir(), 'sung-'))
  const began = world.clock()
  let now = began
  const move = async (milliseconds: number) => {
    now = later(now, milliseconds)
    world.at(now)
    await settle()
  }
  const tokenOf = async (name: Name) => good(await by()('POST /v1/sessions', { body: { code: await codes(name).login() } })).token
  const as = async (name: Name) => by(await tokenOf(name))
  const id = CampaignId.parse(randomId())
  const the = { params: { id } }
  const campaign = async () => good(await (await as('office'))('GET /v1/surveys/{id}', the))
  const version = async () => (await campaign()).version

  try {
    good(await (await as('office'))('POST /v1/surveys', { body: { id, title: said('surveyTitle') } }))
    await settle()
    const draft = await campaign()
    const out = path.join(folder, 'shares')
    const { publicKey } = await runKeys({ auditors: 3, needed: 2, out }, { say: () => {}, handOver: async () => {}, terminal: false })
    const plan = { ...planFrom(now, draft.plan, publicKey), source: { name: said('surveySource'), at: later(now, day / 2) } }
    const { id: stratumId } = draft.strata[0]!
    const office = await as('office')
    good(await office('PUT /v1/surveys/{id}', { ...the, body: { version: draft.version, plan } }))
    good(await office('GET /v1/surveys/{id}/units', { ...the, query: { stratumId } }))
    const lists = { version: await version(), unitIds: [unit('NY01'), unit('GD01')] }
    good(await office('PUT /v1/surveys/{id}/strata/{stratumId}', { params: { id, stratumId }, body: lists }))
    good(await office('POST /v1/surveys/{id}/freeze', { ...the, body: { version: await version() } }))
    await settle()
    polls.open(id, plan)
    await move(13 * hour)
    const value = { version: await version(), value: said('surveyValue') }
    good(await (await as('office'))('POST /v1/surveys/{id}/value', { ...the, body: value }))
    await settle()
    await move(12 * hour)

    const secrets = await singBallots(world, { id, stratumId, sealKey: publicKey, tokenOf })
    await move(day)
    await exports.due(shelfIn(path.join(folder, 'export')), now)
    await move(12 * day + 10 * minute)
    await exports.due(shelfIn(path.join(folder, 'export')), now)
    const shares = { files: [1, 3].map((nth) => path.join(out, `share-${nth}.txt`)) }
    const given = { folder: path.join(folder, 'export', id), shares, out: path.join(folder, 'count'), now, terminal: false }
    const text = JSON.stringify(await runCount(given, () => {}))
    const parts = Math.ceil(text.length / A_PART)
    const counted = { version: await version(), parts }
    for (let part = 0; part < parts; part++) {
      const body = { ...counted, part, text: text.slice(part * A_PART, (part + 1) * A_PART) }
      good(await (await as('office'))('POST /v1/surveys/{id}/totals', { ...the, body }))
    }
    good(await (await as('office'))('POST /v1/surveys/{id}/step', { ...the, body: { version: await version(), to: 'published' } }))
    await settle()
    await singAnswer(world, { id, as, late: () => move(40 * day) })
    good(await (await as('office'))('POST /v1/surveys/{id}/step', { ...the, body: { version: await version(), to: 'archived' } }))

    const other = CampaignId.parse(randomId())
    good(await (await as('office'))('POST /v1/surveys', { body: { id: other, title: said('surveyTitle') } }))
    await settle()
    const { version: from } = good(await (await as('office'))('GET /v1/surveys/{id}', { params: { id: other } }))
    const because = { version: from, because: said('surveyAnnulled') }
    good(await (await as('office'))('POST /v1/surveys/{id}/annul', { params: { id: other }, body: because }))
    for (const name of ['office', 'inspector'] as const) good(await (await as(name))('GET /v1/surveys'))
    return secrets
  } finally {
    world.at(began)
    rmSync(folder, { recursive: true })
  }
}

type Asked = { id: CampaignId; stratumId: StratumId; sealKey: string; tokenOf: (name: Name) => Promise<string> }

/** Draws in every way and casts; the tokens, blinded elements and sealed ballots of all of it. */
async function singBallots({ polls, with: by }: World, { id, stratumId, sealKey, tokenOf }: Asked) {
  const at = { campaignId: id, stratumId }
  const the = { params: { id } }
  const [tokens, blinded, sealed]: [string[], string[], string[]] = [[], [], []]
  const office = by(await tokenOf('office'))
  const session = await tokenOf('office')

  async function casts(name: string, token: Token, nth: number) {
    const ballot = await ballotOf(name, { ...at, sealKey }, token, sheet(nth))
    tokens.push(ballot.token.input, ballot.token.output)
    sealed.push(ballot.sealed)
    const answer = await polls.cast(name, { campaignId: id, sealKey }, stratumId, token, sheet(nth))
    if (answer.status !== 200) throw new Error(`not cast: ${JSON.stringify(answer)}`)
    // With other answers the same token is refused.
    await polls.cast(`${name} again`, { campaignId: id, sealKey }, stratumId, token, sheet(nth + 1))
  }
  async function draws(name: string, token: string, rollId?: RollEntry['rollId']) {
    const drawn = await polls.draw(name, at, token, rollId)
    if (typeof drawn === 'string') return false
    blinded.push(blindedBy(name, at))
    await casts(name, drawn, blinded.length)
    return true
  }

  const villager = await tokenOf('sender')
  good(await by(villager)('GET /v1/survey'))
  if (!(await draws('sung phone', villager))) throw new Error('the villager could not draw')
  await polls.draw('sung otherwise', at, villager)
  await polls.ask('/v1/ballots', { campaignId: id, stratumId, token: { input: said('refusedText') } })
  good(await by(await tokenOf('helper'))('GET /v1/survey-visits', { query: {} }))
  const { items } = good(await office('GET /v1/surveys/{id}/roll', { ...the, query: { villageId: ids.village('ML01') } }))
  const waiting = items.filter(({ drew }) => !drew)
  const paper = waiting.pop()!
  good(await office('POST /v1/surveys/{id}/paper-draws', { ...the, body: { rollId: paper.rollId, slip: said('sheetSlip') } }))
  let count = 0
  for (const { rollId } of waiting) if (count < BY_TELEPHONE && (await draws(`sung ${rollId}`, session, rollId))) count++

  const packId = PackId.parse(randomId())
  const sheets = await polls.pack('sung pack', packId, at, 2, session)
  if (typeof sheets === 'string') throw new Error(sheets)
  await casts('sung sheet', sheets[0]!, 1)
  await polls.voids(at, sheets[1]!)
  for (const kind of ['entered', 'voided'] as const) {
    const body = { step: randomId(), kind, sheets: 1 }
    good(await office('POST /v1/surveys/{id}/packs/{packId}/entries', { params: { id, packId }, body }))
  }
  good(await office('GET /v1/surveys/{id}/packs', the))
  for (const name of ['office', 'inspector'] as const) good(await by(await tokenOf(name))('GET /v1/surveys/{id}/progress', the))
  return { tokens, blinded, sealed }
}

type Published = { id: CampaignId; as: (name: Name) => Promise<ReturnType<World['as']>>; late: () => Promise<void> }

/** What is public is read; a unit lets its date go by, and answers. */
async function singAnswer({ with: by }: World, { id, as, late }: Published) {
  good(await (await as('sender'))('GET /v1/survey/results'))
  good(await by()('GET /v1/survey-digests/{campaignId}', { params: { campaignId: id } }))
  for (let byte = 0; byte < 256; byte++) {
    const prefix = byte.toString(16).padStart(2, '0')
    good(await by()('GET /v1/survey-receipts/{campaignId}/{prefix}', { params: { campaignId: id, prefix } }))
  }
  await late()
  const desk = await as('pairedDesk')
  const { items } = good(await desk('GET /v1/rectifications'))
  for (const item of items) {
    const answer = { params: { id: item.id }, body: { text: said('rectification') } }
    good(await desk('POST /v1/rectifications/{id}/answer', answer))
  }
  for (const name of ['office', 'inspector'] as const) good(await (await as(name))('GET /v1/rectifications'))
  good(await (await as('sender'))('GET /v1/survey/results'))
}
