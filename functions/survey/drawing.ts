import type { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import { campaigns } from './campaigns'
import type { DrawDeps } from './draw'
import { isSamePack } from './pack'
import { packs } from './packs'
import { rollEntries } from './roll-entries'
import { rollIds } from './roll-id'
import { strataStore } from './strata'
import type { WindowOf } from './window'

type Roster = {
  survey: { mayRun: (unitId: UnitId) => Promise<boolean>; countiesOf: (unitId: UnitId) => Promise<readonly string[]> }
  householdsOf: (cadreId: CadreId) => Promise<readonly HouseholdId[]>
}

/** While a campaign is in one of these, sheets may be printed for it. */
const printing = ['frozen', 'sampling', 'open']

/** What drawing asks of the rest of the survey, over its table, and of the roster. */
export function drawingFrom({ table, tag, pairing }: { table: Table; tag: Tag; pairing: Roster }): Omit<DrawDeps, 'windowOf' | 'tieOf'> {
  const [entries, held, strata, kept] = [rollEntries(table), campaigns(table), strataStore(table), packs(table)]
  return {
    rollIdOf: rollIds(tag),
    entryOf: entries.get,
    mark: entries.mark,
    mayRun: pairing.survey.mayRun,
    covers: async (unitId, campaignId, stratumId) => {
      const stratum = await strata.get(campaignId, stratumId)
      return !stratum || (await pairing.survey.countiesOf(unitId)).includes(stratum.county)
    },
    tends: async (cadreId, householdId) => (await pairing.householdsOf(cadreId)).includes(householdId),
    keepPack: async (pack, now) => {
      const [campaign, stratum] = await Promise.all([held.get(pack.campaignId), strata.get(pack.campaignId, pack.stratumId)])
      if (!campaign || !stratum) return { problem: 'notFound' }
      if (!printing.includes(campaign.state)) return { problem: 'surveyClosed' }
      if (await kept.add({ ...pack, version: 1, madeAt: now, steps: [] })) return true
      const known = await kept.get(pack.campaignId, pack.id)
      return known && isSamePack(known, pack) ? true : { problem: 'changedReplay' }
    },
  }
}

const latest = (a: Instant, b: Instant | undefined) => (b && b > a ? b : a)
const earliest = (a: Instant, b: Instant | undefined) => (b && b < a ? b : a)

/**
 * The windows as the campaigns leave them: shut where one was annulled, and never wider than the dates that were frozen, whatever the
 * parameter with the token key says.
 */
export function windowsWithin(windowOf: WindowOf, table: Table): WindowOf {
  const held = campaigns(table)
  return async (campaignId, now) => {
    const [window, campaign] = await Promise.all([windowOf(campaignId, now), held.get(campaignId, false)])
    if (!window || !campaign) return window
    const { opensAt, drawsUntil, castsUntil } = campaign.plan
    return {
      ...window,
      ...{ opensAt: latest(window.opensAt, opensAt), drawsUntil: earliest(window.drawsUntil, drawsUntil) },
      ...{ castsUntil: earliest(window.castsUntil, castsUntil), annulled: window.annulled || campaign.state === 'annulled' },
    }
  }
}
