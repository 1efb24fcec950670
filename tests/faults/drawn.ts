import { frozenDigest, rollDigest } from '../../ballot/digests'
import { drawSample, seedOf } from '../../ballot/sample'
import type { Table } from '../../functions/platform/table'
import { CampaignId } from '../../contract/survey'
import { surveyStores } from '../../functions/survey'
import { CAMPAIGN_ENTITY } from '../../functions/survey/campaigns'
import { frozenRecord } from '../../functions/survey/frozen'
import type { Stored } from './stored'

const sorted = (ids: readonly string[]) => [...ids].sort().join()

/** What of a campaign's roll, seed and sample is not as anybody comes to it from what was frozen. */
async function wrongIn(table: Table, id: CampaignId): Promise<string[]> {
  const { campaigns, strata, rolls, entries } = surveyStores(table)
  const campaign = await campaigns.get(id)
  if (!campaign?.seed) return ['no seed']
  const { publicValue = '', seed, frozenDigest: digest = '' } = campaign
  const all = await strata.all(id)
  const record = frozenRecord(campaign, all)
  const wrong = record && frozenDigest(record) === digest ? [] : ['what was frozen has changed since']
  if (seedOf(digest, publicValue) !== seed) wrong.push('the seed is another one')
  const known = new Set<string>()
  for (const { id: stratumId, roll, sample = 0, rollDigest: frozen } of all) {
    const ids = (await rolls.ofStratum(id, stratumId)).flat().map(({ rollId }) => rollId)
    if (ids.length !== roll || rollDigest(ids) !== frozen) wrong.push(`${stratumId}: the roll is another one`)
    for (const rollId of ids) if (known.size === known.add(rollId).size) wrong.push(`${rollId} is on the roll twice`)
    const drawn = (await entries.ofStratum(id, stratumId)).map((entry) => entry.id)
    if (sorted(drawn) !== sorted(drawSample(seed, stratumId, ids, sample))) wrong.push(`${stratumId}: the sample is another one`)
  }
  return wrong
}

/** What is wrong with the samples that a run has drawn, wherever it was cut short. */
export async function misdrawn(table: Table, items: readonly Stored[]): Promise<string[]> {
  const drawn = items.filter((item) => item.__edb_e__ === CAMPAIGN_ENTITY && item['seed'] !== undefined)
  const wrong = await Promise.all(drawn.map((item) => wrongIn(table, CampaignId.parse(item.id))))
  return wrong.flat()
}
