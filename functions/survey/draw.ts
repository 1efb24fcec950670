import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { decodes, evaluate, tokenInfo } from '../../ballot/token'
import type { AccountId } from '../../contract/account'
import type { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import { isProblem, type Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type CampaignId, type PackId, type RollId, type StratumId, surveyDraws } from '../../contract/survey'
import { bind, type Caller } from '../platform/bind'
import type { Mark, RollEntry } from './roll'
import { isOpenFor, type Window, type WindowOf } from './window'

type Pack = { id: PackId; campaignId: CampaignId; stratumId: StratumId; blinded: string[]; by: CadreId; madeBy: string }

/** What drawing asks of the rest of the survey, and of the roster. */
export type DrawDeps = {
  windowOf: WindowOf
  /** How the account is tied to its household now, whatever its session says. */
  tieOf: (id: AccountId) => Promise<{ householdId: HouseholdId; by: 'phone' | 'confirmed' } | undefined>
  rollIdOf: (campaignId: CampaignId, householdId: HouseholdId) => RollId
  /** A household of the sample, read strongly. */
  entryOf: (campaignId: CampaignId, rollId: RollId) => Promise<RollEntry | undefined>
  /** Marks the household as having drawn, by one conditional write; the same mark again is as good as the first. */
  mark: (entry: RollEntry, mark: Mark) => Promise<RollEntry | Problem<'alreadyDrawn' | 'notFound'>>
  /** Whether the survey is this unit's to carry out: the office of a county or a city, which nobody rates. */
  mayRun: (unitId: UnitId) => Promise<boolean>
  /** Whether a stratum, if there is such a one, lies in a county that is this unit's affair. */
  covers: (unitId: UnitId, campaignId: CampaignId, stratumId: StratumId) => Promise<boolean>
  /** Whether they lead or help this household. */
  tends: (cadreId: CadreId, householdId: HouseholdId) => Promise<boolean>
  /** Keeps a pack with its blinded elements, once. */
  keepPack: (pack: Pack, now: Instant) => Promise<true | Problem<'changedReplay' | 'notFound' | 'surveyClosed'>>
}

/** The blinded elements as points, or none where one of them is not one: nothing may be marked for what cannot be evaluated. */
function points(blinded: readonly string[]): Uint8Array[] | undefined {
  const read = blinded.map(fromBase64url)
  return read.every(decodes) ? read : undefined
}

/** The same elements get the very same bytes, each time. */
function evaluation({ campaignId, secretKey }: Window, stratumId: StratumId, blinded: Uint8Array[]) {
  const { evaluated, proof } = evaluate(fromBase64url(secretKey), tokenInfo(campaignId, stratumId), blinded)
  return { evaluated: evaluated.map(toBase64url), proof: toBase64url(proof) }
}

type Asked = { campaignId: CampaignId; blinded: string }

/** The routes by which tokens are drawn. A household draws once, by whichever way comes first. */
export function drawRoutes({ windowOf, tieOf, rollIdOf, entryOf, mark, mayRun, covers, tends, keepPack }: DrawDeps) {
  async function draw({ campaignId, blinded }: Asked, entry: RollEntry, by: 'phone' | 'telephone', now: Instant, who?: CadreId) {
    const window = await windowOf(campaignId, now)
    // Whoever drew at the last minute and lost the answer gets it as long as there is something to cast.
    const again = entry.drawn?.blinded === blinded
    if (!window || !isOpenFor(again ? 'cast' : 'draw', window, now)) return { problem: 'surveyClosed' } as const
    const elements = points([blinded])
    if (!elements) return { problem: 'badInput', field: 'blinded' } as const
    const { evaluated, proof } = evaluation(window, entry.stratumId, elements)
    const marked = await mark(entry, { by, at: now, blinded, who })
    return isProblem(marked) ? marked : { evaluated: evaluated[0] ?? '', proof }
  }
  const office = async ({ staff, roles }: Caller) => (staff && roles.includes('office') && (await mayRun(staff.unitId)) ? staff : undefined)

  return bind(surveyDraws, {
    'POST /v1/ballot-draws': async ({ body, caller, now }) => {
      const tie = await tieOf(caller.accountId)
      if (!tie) return { problem: 'notAllowed' }
      if (tie.by !== 'phone') return { problem: 'onlyConfirmed' }
      const entry = await entryOf(body.campaignId, rollIdOf(body.campaignId, tie.householdId))
      return entry ? draw(body, entry, 'phone', now) : { problem: 'notSampled' }
    },
    'POST /v1/telephone-draws': async ({ body, caller, now }) => {
      const staff = await office(caller)
      if (!staff) return { problem: 'notAllowed' }
      const entry = await entryOf(body.campaignId, body.rollId)
      if (!entry) return { problem: 'notSampled' }
      if (!(await covers(staff.unitId, body.campaignId, entry.stratumId))) return { problem: 'notAllowed' }
      if (await tends(staff.cadreId, entry.householdId)) return { problem: 'householdsOwnCadre' }
      return draw(body, entry, 'telephone', now, staff.cadreId)
    },
    'POST /v1/sheet-packs': async ({ body: { id, campaignId, stratumId, blinded }, caller, now }) => {
      const staff = await office(caller)
      if (!staff || !(await covers(staff.unitId, campaignId, stratumId))) return { problem: 'notAllowed' }
      const window = await windowOf(campaignId, now)
      if (!window || !isOpenFor('print', window, now)) return { problem: 'surveyClosed' }
      const elements = points(blinded)
      if (!elements) return { problem: 'badInput', field: 'blinded' }
      const answer = evaluation(window, stratumId, elements)
      const kept = await keepPack({ id, campaignId, stratumId, blinded, by: staff.cadreId, madeBy: staff.name }, now)
      return kept === true ? answer : kept
    },
  })
}
