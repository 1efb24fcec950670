import { fromBase64url, toBase64url } from '../../ballot/bytes'
import type { Sheet } from '../../ballot/sheet'
import type { Campaign, RollEntry } from '../../contract/survey'
import { good } from '../bench/product'
import { ballotOf, begunBy, tokenFrom } from '../survey/held'
import type { askingAs } from './desktop'

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
  const { tokenKey = '', sealKey = '' } = campaign.plan
  const at = { campaignId: campaign.id, stratumId }
  const begun = begunBy(rollId, at, fromBase64url(tokenKey))
  const body = { campaignId: campaign.id, rollId, blinded: toBase64url(begun.blinded) }
  const token = tokenFrom(good(await ask('POST /v1/telephone-draws', { body })), begun, at)
  const ballot = { ...at, ...(await ballotOf(rollId, { ...at, sealKey }, token, sheet)) }
  return good(await ask('POST /v1/ballots', { body: ballot })).receipt
}
