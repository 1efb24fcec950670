import type { Instant } from '../../contract/route'
import type { CampaignId } from '../../contract/survey'
import type { Table } from '../platform/table'
import { besideOf } from './beside'
import { campaigns } from './campaigns'
import { digestStore } from './digests'
import { type Done, exporting, folderOf, type WriteFile } from './export'
import { packs } from './packs'
import { publishedReceipts } from './published-receipts'
import { rollEntries } from './roll-entries'
import { strataStore } from './strata'

/** Where the auditors' folder of a campaign is written. */
export type Shelf = (campaignId: CampaignId) => WriteFile

/** Everything that the function `export` does; it alone reads ballots. */
export function surveyExports({ table, ballots }: { table: Table; ballots: Table }) {
  const held = campaigns(table)
  const digests = digestStore(table)
  const stores = { campaigns: held, strata: strataStore(table), entries: rollEntries(table), packs: packs(table) }
  const deps = { ballots, digests, published: publishedReceipts(table), besideOf: besideOf(stores) }
  const run = exporting(deps)
  const again = folderOf(deps)
  return {
    /** Does what is due for each campaign that is open, or closed and not exported yet; what came of it. */
    due: async (shelf: Shelf, now: Instant): Promise<{ campaignId: CampaignId; done: Done }[]> => {
      const results = []
      for (const { id: campaignId, state, opensAt, castsUntil } of await held.all()) {
        if ((state !== 'open' && state !== 'closed') || !opensAt || !castsUntil) continue
        results.push({ campaignId, done: await run({ campaignId, opensAt, castsUntil }, shelf(campaignId), now) })
      }
      return results
    },
    /** Writes the auditors' folder of a closed campaign once more; false where it is not closed, or there is none. */
    again: (campaignId: CampaignId, shelf: Shelf, now: Instant) => again(campaignId, shelf(campaignId), now),
  }
}
