import * as z from 'zod/mini'

import { Kind, State, TicketId, TicketLine, TicketNumber } from '../../contract/ticket'
import { instant } from '../../contract/time'

/** A ticket as lists show it, and to whom they must not. */
export const HeadLine = z.object({ ...TicketLine.shape, barred: z.array(z.string()) })
export type HeadLine = z.infer<typeof HeadLine>

const maybe = z.nullable(z.string())
const Packed = z.tuple(
  // prettier-ignore
  [TicketNumber, Kind, State, z.boolean(), maybe, maybe, maybe, maybe, z.number(), z.number(), z.nullable(z.number()), z.array(z.string())],
)
export type Packed = z.infer<typeof Packed>

const time = (at: string) => Date.parse(at)

/** The line as the list indexes hold it: values in a fixed order, times as numbers, so that a page of 20 is read for one capacity unit. */
export const packed = ({ title, place, aboutName, deskName, respondBy, ...line }: Omit<HeadLine, 'id'>): Packed => [
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
]

const Listed = z.object({ id: TicketId, line: Packed })
const at = (milliseconds: number) => instant(new Date(milliseconds))

/** The line of an entry in a list index. */
export function unpacked(entry: unknown): HeadLine {
  const { id, line } = Listed.parse(entry)
  const [number, kind, state, confidential, title, place, aboutName, deskName, submitted, due, respond, barred] = line
  const texts = { title: title ?? undefined, place: place ?? undefined, aboutName: aboutName ?? undefined, deskName: deskName ?? undefined }
  const times = { submittedAt: at(submitted), dueAt: at(due), respondBy: respond === null ? undefined : at(respond) }
  return { id, number, kind, state, confidential, ...texts, ...times, barred }
}
