import type { Action, Kind, Urgency } from '../../contract/ticket'
import type { Staff } from '../../functions/ticket/access'
import type { Special } from './days'

/** A ticket as a clerk would keep it on a sheet of paper; changed in place. Ids and times are plain strings and numbers. */
export type Plain = {
  kind: Kind
  urgency: Urgency
  state: string
  barred: Set<string>
  /** The tag of the household whose cadre of the day may not know; only complaints have one. */
  household?: string
  follower?: string
  desk?: string
  inspection: string
  watched: boolean
  above: { leader?: string; office?: string; city?: string }
  offeredTo?: string
  /** The head of the unit that is asked was told that its desk does not look. */
  headOfOffered: boolean
  due: number
  respondBy?: number
  /** `nth` counts the clocks: the first, that of an extension, those of the reopenings. */
  clock: { nth: number; round: number; from: number; due: number }
  extension?: { state: 'asked' | 'granted' | 'refused'; until: number }
  waitingUntil?: number
  resolvedAt?: number
  appealed: boolean
  /** The tickets whose senders follow this one. */
  followed: string[]
  mending?: { state: 'owed' | 'rectified' | 'calledBack'; due: number }
  raised: string[]
  /** Those who were told of something before it was late, each in a word. */
  called: Set<string>
  /** What the clock has done, as `clock/step`; and the steps that nobody was there for. */
  ticked: Set<string>
  passed: Set<string>
  /** What each step of a person was. */
  steps: Map<string, string>
  /** Those who answered, resolved or mended. */
  handled: Set<string>
  special: Special
}

export const open = ['submitted', 'triaged', 'assigned', 'accepted', 'inProgress', 'waiting', 'reopened']
export const isOpen = ({ state }: Plain) => open.includes(state)

/** The sender, or one of the staff. */
export type Who = 'sender' | Staff
export type Hand = 'sender' | 'inspection' | 'desk' | 'offered' | 'cadre'

/** Section 3, first sentence, and section 8: over all roles and units of the person, whatever household they look after. */
export function mayNotKnow({ barred, household, follower }: Plain, { cadreId, unitIds, householdTags }: Staff): boolean {
  if ([cadreId, ...unitIds].some((id) => barred.has(id))) return true
  return household !== undefined && follower !== cadreId && householdTags.includes(household)
}

/** As what somebody handles it: `watches` may read and nothing else; undefined may not even know. */
export function handOf(ticket: Plain, who: Who): Hand | 'watches' | undefined {
  if (who === 'sender') return 'sender'
  if (mayNotKnow(ticket, who)) return undefined
  const { desk, inspection, watched, offeredTo, headOfOffered, follower, above, raised, called } = ticket
  const { unitId, cadreId, roles } = who
  if (unitId === inspection && watched && roles.includes('inspection')) return 'inspection'
  if (unitId === desk && roles.includes('desk')) return 'desk'
  if (unitId === offeredTo && roles.includes('desk')) return 'offered'
  if (cadreId === follower && roles.includes('cadre')) return 'cadre'
  const heads = unitId === desk || (headOfOffered && unitId === offeredTo) || called.has(`head ${unitId}`)
  if (roles.includes('head') && heads) return 'watches'
  const toLeader = raised.includes('leader') || called.has(`leader ${cadreId}`)
  if (cadreId === above.leader && toLeader && roles.includes('leader')) return 'watches'
  if (unitId === above.office && roles.includes('office')) return 'watches'
  const toCity = raised.includes('city') || called.has(`inspection ${unitId}`)
  if (unitId === above.city && toCity && roles.includes('inspection')) return 'watches'
  return undefined
}

/** Section 4's picture, read off arrow by arrow: whether this hand may do this now. Targets are looked at elsewhere. */
export function mayDo(ticket: Plain, hand: Hand, action: Action): boolean {
  const { state, kind, offeredTo, extension, clock, mending, appealed } = ticket
  const handles = hand === 'inspection' || hand === 'desk' || hand === 'cadre'
  const aUnit = hand === 'inspection' || hand === 'desk'
  const notTaken = ['submitted', 'triaged', 'assigned', 'reopened'].includes(state)
  switch (action) {
    case 'triage':
      return hand === 'inspection' && state === 'submitted'
    case 'assign':
      return hand === 'inspection' && notTaken
    case 'accept':
      return handles && notTaken
    case 'answer':
    case 'resolve':
      return handles && isOpen(ticket)
    case 'ask':
      return handles && isOpen(ticket) && state !== 'waiting'
    case 'offer':
      return hand === 'desk' && isOpen(ticket) && offeredTo === undefined
    case 'takeOver':
    case 'refuseOffer':
      return hand === 'offered' && isOpen(ticket)
    case 'decline':
      return aUnit && isOpen(ticket)
    case 'askExtension':
      return hand === 'desk' && isOpen(ticket) && !extension && clock.round === 0
    case 'grantExtension':
    case 'refuseExtension':
      return hand === 'inspection' && isOpen(ticket) && extension?.state === 'asked'
    case 'merge':
      return hand === (kind === 'complaint' ? 'inspection' : 'desk') && isOpen(ticket)
    case 'rectify':
      return aUnit && state === 'confirmed' && mending?.state === 'owed'
    case 'callBack':
      return aUnit && state === 'confirmed' && mending?.state === 'rectified'
    case 'supplement':
      return hand === 'sender' && (isOpen(ticket) || state === 'resolved')
    case 'confirm':
      return hand === 'sender' && state === 'resolved'
    case 'reopen':
      return hand === 'sender' && (state === 'resolved' || state === 'merged')
    case 'withdraw':
      return hand === 'sender' && isOpen(ticket)
    case 'appeal':
      return hand === 'sender' && state === 'declined' && !appealed
  }
}
