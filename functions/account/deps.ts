import type { StaffRole } from '../../contract/account'
import type { CadreId, HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Allowances } from '../platform/allowance'
import type { Sessions } from '../platform/session'
import type { Tag } from '../platform/tag'
import type { DesktopSignIns } from './desktops'
import type { PhoneCodes } from './phone-codes'
import type { WechatPhone } from './proof'
import type { TieRequests } from './requests'
import type { Accounts } from './store'

/** A household as far as tying an account to it goes. */
export type TiedHousehold = { id: HouseholdId; villageId: VillageId; headName: string; serial: string; village: string; group: string }

/** An active person of the roster. */
type RosterPerson = { cadreId: CadreId; unitId: UnitId; unitIds: UnitId[]; name: string; unitName: string; roles: StaffRole[] }

/** What accounts ask of the roster. */
type Roster = {
  byCard: (code: string) => Promise<TiedHousehold | Problem<'cardUnknown' | 'cardRevoked'>>
  household: (id: HouseholdId) => Promise<TiedHousehold | undefined>
  /** Whether this telephone proves that its owner belongs to the household. */
  proves: (id: HouseholdId, phone: string) => Promise<true | Problem<'phoneNotOnRoll' | 'phoneProvesNothing'>>
  leadOf: (id: HouseholdId) => Promise<{ cadreId: CadreId; name: string } | undefined>
  person: (id: CadreId) => Promise<RosterPerson | undefined>
  /** The one active cadre with this number; undefined for none or several. */
  cadreByPhone: (phone: string) => Promise<CadreId | undefined>
}

export type Deps = {
  accounts: Accounts
  requests: TieRequests
  codes: PhoneCodes
  desktops: DesktopSignIns
  /** Takes one of so many a day; false if none is left. */
  allow: Allowances['take']
  sessions: Sessions
  tag: Tag
  roster: Roster
  /** The openid that WeChat gives for a sign-in code. */
  wechatLogin: (code: string) => Promise<{ openid: string } | Problem<'wechatRefused' | 'wechatAway'>>
  wechatPhone: WechatPhone
  sendCode: (phone: string, code: string) => Promise<true | Problem<'wechatAway'>>
}
