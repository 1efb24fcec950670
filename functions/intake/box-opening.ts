import * as z from 'zod/mini'

import { BoxOpening as Shown, BoxOpeningId, type OpenBox } from '../../contract/intake'
import { CadreId, UnitId, VillageId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { type SubmitTicket, TicketId } from '../../contract/ticket'

const Person = z.object({ id: CadreId, name: z.string() })
type Person = z.infer<typeof Person>

/** An opening of a box as it is stored; `typed` names the slips of it that have been taken down. */
export const BoxOpening = z.object({
  id: BoxOpeningId,
  version: z.number(),
  boxName: z.string(),
  unitId: UnitId,
  unitName: z.string(),
  villageId: VillageId,
  village: z.string(),
  /** The inspection that watches over the village. */
  inspectionId: UnitId,
  slips: z.number(),
  typed: z.array(TicketId),
  openedBy: Person,
  partner: Person,
  openedAt: Instant,
  confirmedAt: z.optional(Instant),
})
export type BoxOpening = z.infer<typeof BoxOpening>

type Place = Pick<BoxOpening, 'unitId' | 'unitName' | 'village' | 'inspectionId'>
type Partner = Person & { unitId: UnitId }

/** A new entry of the log. Whoever opens needs another person of the same unit beside them. */
export function opened(
  { id, boxName, villageId, slips }: OpenBox,
  openedBy: Person,
  partner: Partner | undefined,
  place: Place,
  now: Instant,
): BoxOpening | Problem<'partnerUnfit'> {
  if (!partner || partner.id === openedBy.id || partner.unitId !== place.unitId) return { problem: 'partnerUnfit' }
  const { id: partnerId, name } = partner
  const beside = { id: partnerId, name }
  return { ...place, id, version: 1, boxName, villageId, slips, typed: [], openedBy, partner: beside, openedAt: now }
}

/** Whether both say the same of the same opening. */
export const isSameOpening = (a: BoxOpening, b: BoxOpening) =>
  a.openedBy.id === b.openedBy.id &&
  a.partner.id === b.partner.id &&
  a.boxName === b.boxName &&
  a.villageId === b.villageId &&
  a.slips === b.slips

/** The opening once the partner has said so in a session of their own; nobody else's word counts. */
export function confirmed(opening: BoxOpening, by: CadreId, now: Instant): BoxOpening | Problem<'notFound'> {
  if (opening.partner.id !== by) return { problem: 'notFound' }
  return opening.confirmedAt ? opening : { ...opening, confirmedAt: now }
}

type Slip = Pick<SubmitTicket, 'id' | 'media'>
export type TypedRefusal = Problem<'notConfirmedYet' | 'slipNotShown' | 'slipsDone'>

/** The opening with this slip counted as typed: only after two have confirmed it, with the paper to be seen, and no more than lay in the box. */
export function typed(opening: BoxOpening, { id, media }: Slip): BoxOpening | TypedRefusal {
  if (!opening.confirmedAt) return { problem: 'notConfirmedYet' }
  if (!media.some(({ kind }) => kind === 'photo')) return { problem: 'slipNotShown' }
  if (opening.typed.includes(id)) return opening
  return opening.typed.length < opening.slips ? { ...opening, typed: [...opening.typed, id] } : { problem: 'slipsDone' }
}

/** The opening with this slip still to be typed: what was typed has been refused. */
export const untyped = (opening: BoxOpening, slip: TicketId): BoxOpening =>
  opening.typed.includes(slip) ? { ...opening, typed: opening.typed.filter((id) => id !== slip) } : opening

/** An opening in the log, whoever reads it. */
export const OpeningLine = z.omit(Shown, { mine: true })
export type OpeningLine = z.infer<typeof OpeningLine>

/** The line of an opening. */
export const lineOf = (opening: BoxOpening): OpeningLine => OpeningLine.parse({ ...opening, typed: opening.typed.length })

/** The line as this reader sees it. */
export const shown = (line: OpeningLine, reader: CadreId): Shown => ({ ...line, mine: line.partner.id === reader && !line.confirmedAt })
