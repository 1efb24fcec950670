import * as z from 'zod/mini'

import { Category, Kind, State, TicketId, TicketLine, TicketNumber, Urgency } from '../../contract/ticket'
import { instant } from '../../contract/time'
import { deadlineOf } from './deadline'
import type { Head } from './head'

/** A ticket as lists show it, and to whom they must not. */
export const HeadLine = z.object({
  ...TicketLine.shape,
  barred: z.array(z.string()),
  householdTag: z.optional(z.string()),
  cadreId: z.optional(z.string()),
})
export type HeadLine = z.infer<typeof HeadLine>

/** What waits beside its state. */
function waitingOn({ extension, appealed, state, rectification }: Head): HeadLine['decide'] {
  if (extension?.state === 'asked') return 'extension'
  if (appealed && state === 'reopened') return 'appeal'
  if (rectification?.state === 'owed') return 'rectify'
  return rectification?.state === 'rectified' ? 'callBack' : undefined
}

/** The line of a head. */
export const lineOf = (head: Head): Omit<HeadLine, 'cadreId'> & { cadreId?: Head['cadreId'] } => ({
  ...HeadLine.parse({ ...head, deadline: deadlineOf(head), raised: head.raised.length, decide: waitingOn(head) }),
  cadreId: head.cadreId,
})

const maybe = z.nullable(z.string())
const Packed = z.tuple([
  ...([TicketNumber, Kind, State, z.boolean(), maybe, maybe, maybe, maybe, z.number(), z.number(), z.nullable(z.number())] as const),
  ...([z.array(z.string()), Category, Urgency, z.number(), z.number(), maybe, maybe, z.boolean(), maybe] as const),
])
export type Packed = z.infer<typeof Packed>

const time = (at: string) => Date.parse(at)

/** The line as the list indexes hold it: values in a fixed order, times as numbers, so that a page of 20 is read for one capacity unit. */
export const packed = ({
  title,
  place,
  aboutName,
  deskName,
  respondBy,
  householdTag,
  cadreId,
  decide,
  flagged,
  ...line
}: HeadLine): Packed => [
  line.number,
  line.kind,
  line.state,
  line.confidential,
  title ?? null,
  place ?? null,
  aboutName ?? null,
  deskName ?? null,
  time(line.submittedAt),
  time(line.dueAt),
  respondBy ? time(respondBy) : null,
  line.barred,
  line.category,
  line.urgency,
  time(line.deadline),
  line.raised,
  householdTag ?? null,
  // Only where the sender's household is barred does it matter who may follow all the same.
  householdTag ? (cadreId ?? null) : null,
  flagged ?? false,
  decide ?? null,
]

const Listed = z.object({ id: TicketId, line: Packed })
const at = (milliseconds: number) => instant(new Date(milliseconds))
const given = <T>(value: T | null): T | undefined => value ?? undefined

/** The line of an entry in a list index. */
export function unpacked(entry: unknown): HeadLine {
  const { id, line } = Listed.parse(entry)
  const [number, kind, state, confidential, title, place, aboutName, deskName, submitted, due, respond, barred, ...more] = line
  const [category, urgency, deadline, raised, householdTag, cadreId, flagged, decide] = more
  return HeadLine.parse({
    ...{ id, number, kind, state, confidential, barred, category, urgency, raised },
    ...{ title: given(title), place: given(place), aboutName: given(aboutName), deskName: given(deskName) },
    ...{ submittedAt: at(submitted), dueAt: at(due), deadline: at(deadline), respondBy: respond === null ? undefined : at(respond) },
    ...{ householdTag: given(householdTag), cadreId: given(cadreId), decide: given(decide), flagged: flagged || undefined },
  })
}
