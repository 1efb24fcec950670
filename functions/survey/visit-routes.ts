import type { CadreId, HouseholdId, VillageId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import { hexId } from '../../contract/route'
import type { CampaignId, RollEntry as Shown, StratumId } from '../../contract/survey'
import type { Bindings } from './bindings'
import type { SurveyDeps } from './deps'
import type { Offices } from './office'
import { booked, hasLine, shownPack } from './pack'
import type { EntryLine } from './roll-entries'
import { stratumIdOf } from './strata'

type Key =
  | 'GET /v1/survey-visits'
  | 'GET /v1/surveys/{id}/progress'
  | 'GET /v1/surveys/{id}/roll'
  | 'POST /v1/surveys/{id}/paper-draws'
  | 'GET /v1/surveys/{id}/packs'
  | 'POST /v1/surveys/{id}/packs/{packId}/entries'

const A_PAGE = 50
/** A place in a list of households: a roll id, behind a village's where the list is of several. */
const Place = hexId()

const done: Record<string, never> = {}
const nowhere = { problem: 'badInput', field: 'after' } as const

/** What is done for households without a phone: who still has to be visited, sheets, and the books on them. None of it holds an answer. */
export function visitRoutes(deps: SurveyDeps, { officer, covers }: Offices): Bindings<Key> {
  const { campaigns, strata, entries, packs, roster, householdsOf, looked } = deps

  const tends = async (cadreId: CadreId, id: HouseholdId) => (await householdsOf(cadreId)).includes(id)

  /**
   * Entries as a visitor's list shows them; a household that has left the roll cannot be visited. Of `own` ones it is said that whoever
   * looks at the list leads or helps them.
   */
  async function shown(
    lines: readonly EntryLine[],
    stratumOf: ReadonlyMap<string, StratumId>,
    own: readonly HouseholdId[] = [],
  ): Promise<Shown[]> {
    const homes = new Map((await roster.shown(lines.map(({ householdId }) => householdId))).map((home) => [home.id, home]))
    return lines.flatMap(({ id: rollId, householdId, drew }) => {
      const [home, stratumId] = [homes.get(householdId), stratumOf.get(rollId)]
      if (!home || !stratumId) return []
      const { headName, village, group } = home
      return { rollId, stratumId, householdId, headName, village, group, drew, ...(own.includes(householdId) && { own: true }) }
    })
  }

  async function ofVillage(
    campaignId: CampaignId,
    village: { id: VillageId; county: string; township: string },
    limit?: number,
    after?: string,
  ) {
    const stratumId = stratumIdOf(village)
    const lines = await entries.ofVillage(campaignId, stratumId, village.id, { after, limit })
    return lines.map((line) => ({ line, stratumId, place: `${village.id}${line.id}` }))
  }

  return {
    'GET /v1/survey-visits': async ({ caller: { staff }, query: { after } }) => {
      if (!staff) return { problem: 'notAllowed' }
      const [villages, lines] = await Promise.all([roster.villagesHelpedBy(staff.unitId), campaigns.all()])
      const county = villages[0]?.county
      const campaign = lines.find(({ state, counties }) => state === 'open' && county !== undefined && counties.includes(county))
      if (!campaign) return { items: [] }
      if (after !== undefined && !/^[0-9a-f]{64}$/.test(after)) return nowhere
      const inOrder = [...villages].sort((a, b) => (a.id < b.id ? -1 : 1))
      const all = (await Promise.all(inOrder.map((village) => ofVillage(campaign.id, village)))).flat()
      const waiting = all.filter(({ line, place }) => !line.drew && (after === undefined || place > after))
      const page = waiting.slice(0, A_PAGE)
      const items = await shown(
        page.map(({ line }) => line),
        new Map(page.map(({ line, stratumId }) => [line.id, stratumId])),
      )
      return { items, next: waiting.length > A_PAGE ? page.at(-1)?.place : undefined }
    },

    'GET /v1/surveys/{id}/progress': async ({ params: { id } }) => {
      const [all, books] = await Promise.all([strata.all(id), packs.all(id)])
      const rows = all.map(async ({ id: stratumId, county, township, roll = 0, sample = 0 }) => {
        const lines = await entries.ofStratum(id, stratumId)
        const drew = (by: EntryLine['drew']) => lines.filter((line) => line.drew === by).length
        const own = books.filter((pack) => pack.stratumId === stratumId).map((pack) => shownPack(pack))
        const sum = (what: 'sheets' | 'entered' | 'voided') => own.reduce((total, pack) => total + pack[what], 0)
        return {
          ...{ id: stratumId, county, township, roll, sample },
          ...{ phone: drew('phone'), paper: drew('paper'), telephone: drew('telephone') },
          ...{ sheets: sum('sheets'), entered: sum('entered'), voided: sum('voided') },
        }
      })
      return { items: await Promise.all(rows) }
    },

    'GET /v1/surveys/{id}/roll': async ({ params: { id }, query: { villageId, after }, caller, now }) => {
      const [by, village] = await Promise.all([officer(caller), roster.villageAt(villageId)])
      if (!by || !(await covers(by.unitId, village?.county))) return { problem: 'notAllowed' }
      if (after !== undefined && !Place.safeParse(after).success) return nowhere
      if (!village) return { problem: 'notFound' }
      const [found, own] = await Promise.all([ofVillage(id, village, A_PAGE, after), householdsOf(by.cadreId)])
      const items = await shown(
        found.map(({ line }) => line),
        new Map(found.map(({ line, stratumId }) => [line.id, stratumId])),
        own,
      )
      const { cadreId, name, unitName } = by
      await looked({ cadreId, by: name, unitName, at: now, kind: 'sample', found: items.length }, village.county)
      return { items, next: found.length === A_PAGE ? found.at(-1)?.line.id : undefined }
    },

    'POST /v1/surveys/{id}/paper-draws': async ({ params: { id }, body: { rollId, slip }, caller, now }) => {
      const by = await officer(caller)
      const [campaign, entry] = await Promise.all([campaigns.get(id), entries.get(id, rollId)])
      const stratum = entry && (await strata.get(id, entry.stratumId))
      if (!by || (stratum && !(await covers(by.unitId, stratum.county)))) return { problem: 'notAllowed' }
      if (campaign?.state !== 'open' || !campaign.plan.drawsUntil || campaign.plan.drawsUntil <= now) return { problem: 'surveyClosed' }
      if (!entry) return { problem: 'notSampled' }
      if (await tends(by.cadreId, entry.householdId)) return { problem: 'householdsOwnCadre' }
      const after = await entries.mark(entry, { by: 'paper', at: now, slip, who: by.cadreId })
      return 'problem' in after ? after : done
    },

    'GET /v1/surveys/{id}/packs': async ({ params: { id }, caller }) => {
      const by = await officer(caller)
      if (!by) return { problem: 'notAllowed' }
      const [all, places, counties] = await Promise.all([packs.all(id), strata.all(id), roster.countiesOf(by.unitId)])
      const own = new Set(places.filter(({ county }) => counties.includes(county)).map((stratum) => stratum.id))
      return { items: all.filter(({ stratumId }) => own.has(stratumId)).map((pack) => shownPack(pack, by.cadreId)) }
    },

    'POST /v1/surveys/{id}/packs/{packId}/entries': async ({ params: { id, packId }, body, caller, now }) => {
      const by = await officer(caller)
      if (!by) return { problem: 'notAllowed' }
      const [campaign, pack] = await Promise.all([campaigns.get(id), packs.get(id, packId)])
      if (!pack) return { problem: 'notFound' }
      if (!(await covers(by.unitId, (await strata.get(id, pack.stratumId))?.county))) return { problem: 'notAllowed' }
      const { castsUntil } = campaign?.plan ?? {}
      const isOpen = campaign?.state === 'open' && castsUntil !== undefined && now < castsUntil
      // What was cast in time may be confirmed until it has been counted.
      const isUncounted = campaign?.state === 'open' || campaign?.state === 'closed'
      const { step, kind, sheets } = body
      const after = await packs.change(id, packId, (held) =>
        isOpen || (isUncounted && hasLine(held, step))
          ? booked(held, { id: step, kind, sheets }, { by: by.cadreId, name: by.name, at: now })
          : { problem: 'notInThisState' },
      )
      return isProblem(after) ? after : shownPack(after, by.cadreId)
    },
  }
}
