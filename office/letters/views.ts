import type { StaffRole } from '../../contract/account'
import { type Box, isOpen, type TicketLine } from '../../contract/ticket'
import { isPast } from '../design/when'

/** A box as the person sees it, and which of their roles opens it. */
type BoxView = { box: Box; title: string; roles: readonly StaffRole[] }

const boxViews: readonly BoxView[] = [
  { box: 'inspection', title: '督查', roles: ['inspection'] },
  { box: 'desk', title: '本单位', roles: ['desk', 'head'] },
  { box: 'offered', title: '别的单位转来', roles: ['desk'] },
  { box: 'leader', title: '上报给我的', roles: ['leader'] },
  { box: 'raised', title: '逾期上报', roles: ['office', 'inspection'] },
  { box: 'cadre', title: '我的结对户', roles: ['cadre'] },
]

/** The boxes that these roles open. */
export const boxesFor = (roles: readonly StaffRole[]) => boxViews.filter((view) => view.roles.some((role) => roles.includes(role)))

/** A part of a box: which of its tickets stand under one heading. */
export type Part = { key: string; title: string; takes: (line: TicketLine, now: number) => boolean }

const untaken = ['submitted', 'triaged', 'assigned', 'reopened'] as const
const late = ({ state, deadline }: TicketLine, now: number) => isOpen(state) && isPast(deadline, now)
const unassigned = ({ state, deskName }: TicketLine) =>
  state === 'submitted' || state === 'triaged' || (state === 'reopened' && deskName === undefined)

/** Somebody still has to do something, be it after a low rating. */
const waits = ({ state, decide }: TicketLine) => isOpen(state) || decide !== undefined

const all: Part = { key: 'open', title: '未办完', takes: waits }
const overdue: Part = { key: 'late', title: '逾期', takes: late }
const rest: Part = { key: 'done', title: '已办完', takes: (line) => !waits(line) }
const mending: Part = { key: 'mend', title: '整改回访', takes: ({ decide }) => decide === 'rectify' || decide === 'callBack' }

const ofInspection: readonly Part[] = [
  all,
  { key: 'new', title: '待分派', takes: unassigned },
  { key: 'doing', title: '在办', takes: (line) => isOpen(line.state) && !unassigned(line) },
  { key: 'extension', title: '待审延期', takes: ({ decide }) => decide === 'extension' },
  { key: 'appeal', title: '申诉', takes: ({ decide }) => decide === 'appeal' },
  { key: 'flagged', title: '被标记', takes: ({ flagged, state }) => flagged === true && isOpen(state) },
  mending,
  overdue,
  rest,
]

const ofDesk: readonly Part[] = [
  all,
  { key: 'new', title: '待接收', takes: ({ state }) => untaken.some((one) => one === state) },
  { key: 'doing', title: '在办', takes: ({ state }) => isOpen(state) && !untaken.some((one) => one === state) },
  mending,
  overdue,
  rest,
]

/** The parts of a box. The last one is what needs nothing any more, and is read only when it is opened. */
export const partsOf = (box: Box): readonly Part[] =>
  box === 'inspection' ? ofInspection : box === 'desk' || box === 'cadre' ? ofDesk : [all, overdue, rest]

/** What waits for somebody to take it on; all that is open in boxes that make no difference. */
export const freshPart = (box: Box): Part => partsOf(box).find(({ key }) => key === 'new') ?? all

/** The part that holds everything closed. */
export const isClosedPart = ({ key }: Part) => key === rest.key
