import type { Action } from '../../contract/ticket'
import { desks, type Name, names, people } from './people'
import { handOf, isOpen, mayDo, type Plain, type Who } from './plain'

export const whoIs = (who: 'sender' | Name): Who => (who === 'sender' ? who : people[who])

/** Rarely at hand, or nothing would last: what ends a ticket. */
const ending: readonly Action[] = ['withdraw', 'merge', 'decline', 'confirm']
/** Often at hand, or it would hardly ever be seen: what only a ticket in a certain state allows. */
const rare: readonly Action[] = [
  ...(['takeOver', 'refuseOffer', 'askExtension', 'refuseExtension', 'rectify', 'callBack', 'reopen', 'appeal'] as const),
]
/** What more than one thing has to come before, and a good deal follows from. */
const rarest: readonly Action[] = ['grantExtension']
const weight = (action: Action) => (ending.includes(action) ? 1 : rarest.includes(action) ? 30 : rare.includes(action) ? 8 : 3)

/** Everything that somebody may do now, as often as it is to be tried. */
export function allowed(ticket: Plain, actions: readonly Action[]): { who: 'sender' | Name; action: Action }[] {
  return (['sender', ...names] as const).flatMap((who) => {
    const hand = handOf(ticket, whoIs(who))
    if (!hand || hand === 'watches') return []
    return actions
      .filter((action) => mayDo(ticket, hand, action))
      .flatMap((action) => Array.from({ length: weight(action) }, () => ({ who, action })))
  })
}

/** A desk in the way of a complaint: itself or one above it. */
export const inConflict = ({ barred }: Plain, desk: number) => desks[desk]!.unitIds.some((id) => barred.has(id))

type Other = Pick<Plain, 'kind' | 'inspection' | 'barred' | 'desk' | 'follower' | 'offeredTo' | 'state'>
const handles = ({ desk, follower, offeredTo, inspection }: Other) =>
  [desk, follower, offeredTo, inspection].filter((id) => id !== undefined)

/** Why the one cannot be closed in favour of the other. */
export function noMerge(duplicate: Other, main: Other & Parameters<typeof isOpen>[0]): 'notSameMatter' | 'unitInConflict' | undefined {
  if (duplicate.kind !== main.kind || duplicate.inspection !== main.inspection || !isOpen(main)) return 'notSameMatter'
  const meets = (a: Other, b: Other) => handles(a).some((id) => b.barred.has(id))
  return meets(main, duplicate) || meets(duplicate, main) ? 'unitInConflict' : undefined
}
