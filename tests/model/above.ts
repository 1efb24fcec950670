import { type Name, people } from './people'
import { mayNotKnow, type Plain } from './plain'

/** Those who may stand above a ticket: free ones, and others who must not learn of some. They come and go in the middle of a run. */
export const superiors = [
  ...(['waterHead', 'waterHeadPostedThere', 'roadsHead', 'farmingHead', 'inspectionHead', 'inspectionHeadOfTheHousehold'] as const),
  ...(['leader', 'leaderPostedThere', 'officeClerk', 'officeClerkOfTheHousehold', 'cityInspector', 'cityInspectorPostedThere'] as const),
] satisfies Name[]

/** Who is at their post now. */
export type Posts = ReadonlySet<Name>

const steps = { head: 'raisedToHead', leader: 'raisedToLeader', office: 'raisedToOffice', city: 'raisedToCity' }
type Rung = keyof typeof steps

/** Whom each rung names, in a word, lowest first. */
export function rungsAbove({ desk, inspection, above }: Plain): { step: string; rung: Rung; to: string }[] {
  const to: Record<Rung, string | undefined> = {
    head: `head ${desk ?? inspection}`,
    leader: above.leader && `leader ${above.leader}`,
    office: above.office && `office ${above.office}`,
    city: above.city && `inspection ${above.city}`,
  }
  return (Object.keys(steps) as Rung[]).flatMap((rung) => (to[rung] ? [{ step: steps[rung], rung, to: to[rung] }] : []))
}

/** Whether this names somebody at their post who may know of the ticket. */
export function isThere(ticket: Plain, to: string, posts: Posts): boolean {
  const [duty, id] = to.split(' ')
  return [...posts].some((name) => {
    const person = people[name]
    const named = duty === 'leader' ? person.cadreId === id : person.unitId === id
    return named && person.roles.some((role) => role === duty) && !mayNotKnow(ticket, person)
  })
}

/** Whom those above it goes to first. */
export const nextAbove = (ticket: Plain, posts: Posts) => rungsAbove(ticket).find(({ to }) => isThere(ticket, to, posts))?.to

/** From now on whoever this names may read it; a desk's own head may anyhow, as long as it is that desk's. */
export function letRead(ticket: Plain, to: string) {
  if (to !== `head ${ticket.desk}`) ticket.called.add(to)
}

/** Something that lies unread: by whom, of which unit. */
export type Lying = { by: 'cadre' | 'desk' | 'offered' | 'inspection'; unit: string }

/** All who may have left something unread; who is asked to take it over comes twice, because that is seldom. */
export const mayLie = ({ follower, desk, offeredTo, inspection }: Plain, homeOfFollower: string): Lying[] => [
  ...(follower ? [{ by: 'cadre' as const, unit: homeOfFollower }] : []),
  ...(desk ? [{ by: 'desk' as const, unit: desk }] : []),
  ...(offeredTo ? Array.from({ length: 2 }, () => ({ by: 'offered' as const, unit: offeredTo })) : []),
  { by: 'inspection', unit: inspection },
]

/**
 * Section 5, "up one level": the head of whoever did not look, and where there is none who may know, whoever is next above; noted on
 * the sheet, for they may read it then. The superior of a cadre who follows a complaint has no business with it.
 */
export function goesUp(ticket: Plain, { by, unit }: Lying, posts: Posts): string | undefined {
  const own = `head ${unit}`
  const isOwn = !(by === 'cadre' && ticket.kind === 'complaint') && isThere(ticket, own, posts)
  const to = isOwn ? own : nextAbove(ticket, posts)
  if (to && isOwn && by === 'offered' && !ticket.called.has(own)) ticket.headOfOffered = true
  else if (to) letRead(ticket, to)
  return to
}
