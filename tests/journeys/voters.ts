import { randomBytes } from 'node:crypto'

import * as z from 'zod/mini'

import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { seal } from '../../ballot/seal'
import { type Sheet, writeSheet } from '../../ballot/sheet'
import { blind, finalize, tokenInfo } from '../../ballot/token'
import { client } from '../../contract/client'
import { contract } from '../../contract/contract'
import type { Campaign, RollEntry } from '../../contract/survey'
import { good } from '../bench/product'
import type { Desktop } from './desktop'

const random = (length: number) => new Uint8Array(randomBytes(length))

/** The contract as the person calls it who is signed in on this desktop. */
export async function askingAs({ page }: Desktop, url: string) {
  const session = await page.evaluate(`sessionStorage.getItem('session')`)
  const { token } = z.object({ token: z.string() }).parse(JSON.parse(z.string().parse(session)))
  return client(contract, async ({ method, url: route, body }) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const reply = await fetch(url + route, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: reply.status, body: await reply.json() }
  })
}
type Ask = Awaited<ReturnType<typeof askingAs>>

/** So many households of the sample that have not drawn, wherever they live. */
export async function waitingHouseholds(ask: Ask, campaign: Campaign, count: number): Promise<RollEntry[]> {
  const found: RollEntry[] = []
  for (const { id: villageId } of good(await ask('GET /v1/intake/villages')).items) {
    const { items } = good(await ask('GET /v1/surveys/{id}/roll', { params: { id: campaign.id }, query: { villageId } }))
    found.push(...items.filter(({ drew, own }) => !drew && !own))
    if (found.length >= count) return found.slice(0, count)
  }
  throw new Error(`the sample has only ${found.length} such households`)
}

/** Draws the ballot of a household on the telephone and casts this sheet, as the office's page does; answers the receipt. */
export async function votesByTelephone(ask: Ask, campaign: Campaign, { rollId, stratumId }: RollEntry, sheet: Sheet): Promise<string> {
  const { id: campaignId, plan } = campaign
  const info = tokenInfo(campaignId, stratumId)
  const begun = blind(random(16), info, fromBase64url(plan.tokenKey ?? ''), random)
  const body = { campaignId, rollId, blinded: toBase64url(begun.blinded) }
  const { evaluated, proof } = good(await ask('POST /v1/telephone-draws', { body }))
  const token = finalize(begun, info, fromBase64url(evaluated), fromBase64url(proof))
  if (!token) throw new Error('the proof is wrong')
  const sealed = toBase64url(await seal(fromBase64url(plan.sealKey ?? ''), info, writeSheet(sheet), random))
  const ballot = { campaignId, stratumId, token: { input: toBase64url(token.input), output: toBase64url(token.output) }, sealed }
  return good(await ask('POST /v1/ballots', { body: ballot })).receipt
}
