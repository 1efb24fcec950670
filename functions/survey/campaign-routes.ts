import { seedOf } from '../../ballot/sample'
import { isProblem } from '../../contract/problem'
import { annulled, archived, begun, type Campaign, freeze, planned, published, surveyedAgain, valued } from './campaign'
import type { Bindings } from './bindings'
import type { SurveyDeps } from './deps'
import type { Offices } from './office'
import { listed, shownStratum } from './stratum'
import { stratumIdOf } from './strata'

type Key =
  | 'GET /v1/surveys'
  | 'POST /v1/surveys'
  | 'GET /v1/surveys/{id}'
  | 'PUT /v1/surveys/{id}'
  | 'PUT /v1/surveys/{id}/strata/{stratumId}'
  | 'GET /v1/surveys/{id}/units'
  | 'POST /v1/surveys/{id}/freeze'
  | 'POST /v1/surveys/{id}/value'
  | 'POST /v1/surveys/{id}/step'
  | 'POST /v1/surveys/{id}/annul'

/** How the office holds a campaign. */
export function campaignRoutes(deps: SurveyDeps, { officer, change, view }: Offices): Bindings<Key> {
  const { campaigns, strata, rectifications, roster } = deps

  /** Whether every township of the campaign's counties is a stratum with units to rate. */
  async function isListed({ id, counties }: Campaign): Promise<'yes' | 'no' | 'townshipsMissing'> {
    const [all, places] = await Promise.all([strata.all(id), roster.townshipsOf(counties)])
    const known = new Map(all.map((stratum) => [stratum.id, stratum]))
    if (places.length === 0 || places.some((place) => !known.has(stratumIdOf(place)))) return 'townshipsMissing'
    return all.every(({ units }) => units.length > 0) ? 'yes' : 'no'
  }

  const unanswered = async ({ id }: Campaign) => (await rectifications.ofCampaign(id)).filter(({ answer }) => !answer).length

  return {
    'GET /v1/surveys': async () => ({ items: await campaigns.all() }),

    'POST /v1/surveys': async ({ body: { id, title }, caller, now }) => {
      const by = await officer(caller)
      if (!by) return { problem: 'notAllowed' }
      const fresh = begun({ id, title, by: by.unitId, counties: await roster.countiesOf(by.unitId) }, now)
      if (await campaigns.add(fresh, now)) return view(fresh)
      const known = await campaigns.get(id)
      return known && known.by === by.unitId && known.plan.title === title ? view(known) : { problem: 'changedReplay' }
    },

    'GET /v1/surveys/{id}': async ({ params: { id } }) => {
      const campaign = await campaigns.get(id)
      return campaign ? view(campaign) : { problem: 'notFound' }
    },

    'PUT /v1/surveys/{id}': ({ params: { id }, body: { version, plan }, caller, now }) =>
      change({ id, version, caller, now }, (campaign) => planned(campaign, plan)),

    'PUT /v1/surveys/{id}/strata/{stratumId}': async ({ params: { id, stratumId }, body: { version, unitIds }, caller, now }) => {
      if (!(await officer(caller))) return { problem: 'notAllowed' }
      const stratum = await strata.get(id, stratumId)
      if (!stratum) return { problem: 'notFound' }
      const candidates = await roster.rateableIn(stratum)
      const fits = listed(stratum, unitIds, candidates)
      if (isProblem(fits)) return fits
      // The campaign first: from its next version on nobody freezes it without having seen this.
      const campaign = await change({ id, version, caller, now }, (stored) => planned(stored, { ...stored.plan }))
      if (isProblem(campaign)) return campaign
      const after = await strata.change(id, stratumId, (stored) => listed(stored, unitIds, candidates))
      if (isProblem(after)) return after
      return { ...campaign, strata: campaign.strata.map((one) => (one.id === stratumId ? shownStratum(after) : one)) }
    },

    'GET /v1/surveys/{id}/units': async ({ params: { id }, query: { stratumId } }) => {
      const stratum = await strata.get(id, stratumId)
      return stratum ? { items: await roster.rateableIn(stratum) } : { problem: 'notFound' }
    },

    'POST /v1/surveys/{id}/freeze': async ({ params: { id }, body: { version }, caller, now }) => {
      const campaign = await campaigns.get(id)
      if (!campaign) return { problem: 'notFound' }
      const lists = await isListed(campaign)
      if (lists === 'townshipsMissing' && campaign.state === 'draft' && !campaign.work) {
        const again = await change({ id, version, caller, now }, (stored) => surveyedAgain(stored, now))
        return isProblem(again) ? again : { problem: 'surveyIncomplete' }
      }
      return change({ id, version, caller, now }, (stored) => freeze(stored, lists === 'yes', now))
    },

    'POST /v1/surveys/{id}/value': ({ params: { id }, body: { version, value: publicValue }, caller, now }) =>
      change({ id, version, caller, now }, (campaign) =>
        valued(campaign, { publicValue, seed: seedOf(campaign.frozenDigest ?? '', publicValue) }, now),
      ),

    'POST /v1/surveys/{id}/step': async ({ params: { id }, body: { version, to }, caller, now }) => {
      const campaign = await campaigns.get(id)
      if (!campaign) return { problem: 'notFound' }
      const open = to === 'archived' ? await unanswered(campaign) : 0
      const rule = (stored: Campaign) => (to === 'archived' ? archived(stored, open) : published(stored, now))
      return change({ id, version, caller, now }, rule)
    },

    'POST /v1/surveys/{id}/annul': ({ params: { id }, body: { version, because }, caller, now }) =>
      change({ id, version, caller, now }, (campaign) => annulled(campaign, because)),
  }
}
