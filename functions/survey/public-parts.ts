import { seedOf } from '../../ballot/sample'
import type { PublicParts } from '../../auditor/publish'
import type { CampaignId } from '../../contract/survey'
import type { Table } from '../platform/table'
import { sheetsIn } from './beside'
import { campaigns } from './campaigns'
import { digestStore } from './digests'
import { frozenRecord } from './frozen'
import { packs } from './packs'
import { resultStore } from './results'
import { rollEntries } from './roll-entries'
import { strataStore } from './strata'
import { villageRolls } from './village-rolls'

/** All that is published of a counted campaign, a stratum at a time; undefined where there is no count of it. It reads no ballot, and no name. */
export async function publicParts(table: Table, campaignId: CampaignId): Promise<PublicParts | undefined> {
  const [strata, entries, rolls, digests] = [strataStore(table), rollEntries(table), villageRolls(table), digestStore(table)]
  const campaign = await campaigns(table).get(campaignId)
  const frozen = campaign && frozenRecord(campaign, await strata.all(campaignId))
  if (!frozen || !campaign.frozenDigest || !campaign.publicValue || !campaign.totalsDigest) return undefined
  const { frozenDigest, publicValue, totalsDigest } = campaign
  const chain = await digests.chain(campaignId)
  const taken = await Promise.all(chain.map(async (record) => ({ n: record.n, parts: await digests.takenIn(record) })))
  const sheets = await sheetsIn({ packs: packs(table) }, campaignId)
  const voided = new Map(chain.at(-1)?.voided?.map((stratum) => [stratum.id, stratum.sheets]))

  async function* parts() {
    for (const { id } of frozen?.strata ?? []) {
      const rows = (await rolls.ofStratum(campaignId, id)).flat()
      const drew = (await entries.ofStratum(campaignId, id)).filter((line) => line.drew)
      const own = taken.flatMap(({ n, parts: some }) => some.filter(({ stratumId }) => stratumId === id).map((part) => ({ n, ...part })))
      yield {
        id,
        roll: rows.map(({ rollId }) => rollId),
        drew: drew.map((line) => line.id),
        receipts: own.flatMap(({ n, receipts }) => receipts.map((receipt) => ({ receipt, digest: n }))),
        ...{ sheets: sheets.get(id) ?? 0, voided: voided.get(id) ?? 0 },
      }
    }
  }
  return {
    campaign: { version: 1, frozen, frozenDigest, publicValue, seed: seedOf(frozenDigest, publicValue) },
    strata: parts(),
    digests: chain.map(({ n, at, strata: some, digest }) => ({ n, at, strata: some, digest })),
    totals: await resultStore(table).totals(campaignId, totalsDigest),
  }
}
