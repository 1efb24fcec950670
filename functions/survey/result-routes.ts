import { isProblem, type Problem } from '../../contract/problem'
import { type CampaignId, Totals } from '../../contract/survey'
import type { Bindings } from './bindings'
import { counted } from './campaign'
import type { SurveyDeps } from './deps'
import type { Offices } from './office'
import { answered } from './rectification'
import { totalsFit } from './totals'

type Key = 'POST /v1/surveys/{id}/totals' | 'GET /v1/rectifications' | 'POST /v1/rectifications/{id}/answer'

function readTotals(text: string): Totals | undefined {
  try {
    return Totals.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** What comes of the count: the auditors' totals are handed in, and units answer for them. */
export function resultRoutes(deps: SurveyDeps, { officer, change, view }: Offices): Bindings<Key> {
  const { campaigns, strata, entries, digests, published, results, rectifications } = deps

  /** Whether each spoilt ballot is one whose receipt was published. */
  async function areReceipts(id: CampaignId, { spoilt }: Totals): Promise<boolean> {
    for (const prefix of new Set(spoilt.map(({ receipt }) => receipt.slice(0, 2)))) {
      const known = new Set((await published.of(id, prefix)).map(({ receipt }) => receipt))
      if (spoilt.some(({ receipt }) => receipt.startsWith(prefix) && !known.has(receipt))) return false
    }
    return true
  }

  async function taken(id: CampaignId, parts: number): Promise<string | Problem<'totalsWrong'>> {
    const text = await results.handedIn(id, parts)
    const totals = text && readTotals(text)
    if (!totals) return { problem: 'totalsWrong' }
    const [all, chain] = await Promise.all([strata.all(id), digests.chain(id)])
    const drew = new Map<string, number>()
    for (const stratum of all) drew.set(stratum.id, (await entries.ofStratum(id, stratum.id)).filter((line) => line.drew).length)
    const fits = totalsFit(totals, { campaignId: id, strata: all, drew, chain }) && (await areReceipts(id, totals))
    return fits ? results.take(id, text) : { problem: 'totalsWrong' }
  }

  return {
    'POST /v1/surveys/{id}/totals': async ({ params: { id }, body: { version, part, parts, text }, caller, now }) => {
      const [by, campaign] = await Promise.all([officer(caller), campaigns.get(id)])
      if (!by || campaign?.by !== by.unitId) return { problem: 'notAllowed' }
      if (campaign.state !== 'closed') return { problem: 'notInThisState' }
      if (campaign.version !== version) return { problem: 'changedMeanwhile' }
      if (part >= parts) return { problem: 'badInput', field: 'part' }
      await results.putPart(id, part, text)
      // Parts come in order: with the last one all are there.
      if (part < parts - 1) return view(campaign)
      const digest = await taken(id, parts)
      return isProblem(digest) ? digest : change({ id, version, caller, now }, (stored) => counted(stored, digest))
    },

    'GET /v1/rectifications': async ({ caller: { staff, roles } }) => {
      if (!staff) return { problem: 'notAllowed' }
      const isAbove = roles.includes('office') || roles.includes('inspection')
      return { items: isAbove ? await rectifications.all() : await rectifications.ofUnit(staff.unitId) }
    },

    'POST /v1/rectifications/{id}/answer': async ({ params: { id }, body: { text }, caller: { staff }, now }) => {
      if (!staff) return { problem: 'notAllowed' }
      return rectifications.change(id, (item) => answered(item, { text, by: staff.cadreId, unitId: staff.unitId }, now), now)
    },
  }
}
