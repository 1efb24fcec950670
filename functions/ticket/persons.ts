import type { AccountId, StaffRole } from '../../contract/account'
import { staffRoles } from '../../contract/account'
import type { TicketId } from '../../contract/ticket'
import type { Caller } from '../platform/bind'
import { capacity, type Capacity, type Staff } from './access'
import type { Deps } from './deps'
import type { Actor, Head } from './head'
import type { Hand } from './moves'

/** What a ticket says of those who may not know of it. */
type Secret = { barred: readonly string[]; householdTag?: string }
const barsAnybody = ({ barred, householdTag }: Secret) => barred.length > 0 || householdTag !== undefined

const isStaffRole = (role: string): role is StaffRole => staffRoles.some((staff) => staff === role)

/** A ticket with who looks at it, and in which capacity they may. */
export type Seen = { head: Head; person: Staff; as: Capacity }

/** Who calls, as tickets see them. */
export function persons({ heads, roster, tag }: Pick<Deps, 'heads' | 'roster' | 'tag'>) {
  /** The caller as the conflict check sees them; the roster is asked only where `about` bars anybody. */
  async function staffOf({ staff, roles }: Caller, about: readonly Secret[] | 'all'): Promise<Staff | undefined> {
    if (!staff) return undefined
    const { cadreId, unitId } = staff
    const known = { cadreId, unitId, unitIds: [unitId], householdTags: [], roles: roles.filter(isStaffRole) }
    if (about !== 'all' && !about.some(barsAnybody)) return known
    const person = await roster.personOf(cadreId)
    return (
      person && { ...known, unitIds: [unitId, ...person.unitIds], householdTags: person.householdIds.map((id) => tag('household', id)) }
    )
  }
  return {
    staffOf,
    /** The ticket, if the caller may know that it exists. */
    seen: async (id: TicketId | undefined, caller: Caller): Promise<Seen | undefined> => {
      const head = id && (await heads.get(id))
      const person = head && (await staffOf(caller, [head]))
      const as = person && capacity(head, person)
      return as && { head, person, as }
    },
    /** Under what an account's tickets are filed. */
    senderTag: (accountId: AccountId) => tag('sender', accountId),
    /** Under what an account's photos and recordings are filed. */
    ownerTag: (accountId: AccountId) => tag('uploader', accountId),
  }
}
export type Persons = ReturnType<typeof persons>

/** Inspection signs as such; which of its people it was stays inside. */
export const actorOf = ({ cadreId }: Staff, { staff }: Caller, as: Capacity): Actor => ({
  side: 'staff',
  cadreId,
  name: as === 'inspection' ? '督查组' : `${staff?.unitName} ${staff?.name}`,
})

/** The hand in which staff act; whoever only watches acts in none. */
export const handOf = (as: Capacity): Hand | undefined =>
  as === 'head' || as === 'leader' || as === 'office' || as === 'city' ? undefined : as
