import type { AccountId } from '../../contract/account'
import type { CadreId, HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { CampaignId, RollId } from '../../contract/survey'
import type { Calendar } from '../calendar/calendar'
import type { Clock } from '../platform/clock'
import type { Campaigns } from './campaigns'
import type { DigestStore } from './digests'
import type { Packs } from './packs'
import type { publishedReceipts } from './published-receipts'
import type { Rectifications } from './rectifications'
import type { Results } from './results'
import type { RollEntries } from './roll-entries'
import type { Strata } from './strata'
import type { Candidate } from './stratum'
import type { VillageRolls } from './village-rolls'

type Township = { county: string; township: string }
type Village = Township & { id: VillageId }

/** What the survey asks of the roster. */
export type SurveyRoster = {
  /** Whether this unit may hold a survey: the office of a county or a city, which nobody rates. */
  mayRun: (unitId: UnitId) => Promise<boolean>
  countiesOf: (unitId: UnitId) => Promise<string[]>
  townshipsOf: (counties: readonly string[]) => Promise<Township[]>
  villageIdsOf: (at: Township) => Promise<VillageId[]>
  householdsIn: (villageId: VillageId) => Promise<HouseholdId[]>
  rateableIn: (at: Township) => Promise<Candidate[]>
  shown: (ids: readonly HouseholdId[]) => Promise<{ id: HouseholdId; headName: string; village: string; group: string }[]>
  villageAt: (id: VillageId) => Promise<Village | undefined>
  /** The villages that somebody of this unit helps in. */
  villagesHelpedBy: (unitId: UnitId) => Promise<Village[]>
}

type Look = { cadreId: CadreId; by: string; unitName: string; at: Instant; kind: 'sample'; found: number }

export type SurveyDeps = {
  campaigns: Campaigns
  strata: Strata
  rolls: VillageRolls
  entries: RollEntries
  packs: Packs
  results: Results
  rectifications: Rectifications
  digests: DigestStore
  published: ReturnType<typeof publishedReceipts>
  roster: SurveyRoster
  rollIdOf: (campaignId: CampaignId, householdId: HouseholdId) => RollId
  /** The households that a cadre leads or helps now. */
  householdsOf: (cadreId: CadreId) => Promise<readonly HouseholdId[]>
  /** Whether this account is somebody's who works for a unit now. */
  isStaff: (id: AccountId) => Promise<boolean>
  /** Keeps that somebody has opened a list of the sample, for inspection to see: who and when, and how many households, none by name. */
  looked: (look: Look, county: string) => Promise<void>
  calendar: (now: Instant) => Promise<Calendar>
  clock: Clock
}
