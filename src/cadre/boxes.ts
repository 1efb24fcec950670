import type { StaffRole } from '../../contract/account'
import type { Box, TicketLine } from '../../contract/ticket'
import { type Listed, useLetters } from '../api/read'

/** Which roles open a box; a unit's head reads its desk's. */
const openedBy: Readonly<Record<Box, readonly StaffRole[]>> = {
  cadre: ['cadre'],
  desk: ['desk', 'head'],
  inspection: ['inspection'],
  offered: ['desk'],
  leader: ['leader'],
  raised: ['office', 'inspection'],
}
export const boxNames: Readonly<Record<Box, string>> = {
  cadre: '给我的',
  desk: '单位的',
  inspection: '督查',
  offered: '想转来的',
  leader: '上报给我的',
  raised: '上报来的',
}

/** The boxes that somebody in these roles may open. */
export const boxesOf = (roles: readonly StaffRole[]): Box[] =>
  (Object.keys(openedBy) as Box[]).filter((box) => openedBy[box].some((role) => roles.includes(role)))

/** What is open in each of these boxes. */
export function useOpenBoxes(boxes: readonly Box[]): readonly (readonly [Box, Listed<TicketLine>])[] {
  const asked = (box: Box) => (boxes.includes(box) ? box : undefined)
  const all: Record<Box, Listed<TicketLine>> = {
    cadre: useLetters(asked('cadre'), 'yes'),
    desk: useLetters(asked('desk'), 'yes'),
    inspection: useLetters(asked('inspection'), 'yes'),
    offered: useLetters(asked('offered'), 'yes'),
    leader: useLetters(asked('leader'), 'yes'),
    raised: useLetters(asked('raised'), 'yes'),
  }
  return boxes.map((box) => [box, all[box]])
}
