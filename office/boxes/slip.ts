import * as z from 'zod/mini'

import { type BoxOpeningId, type Circle, Taken, Telephone, type TypeSlip } from '../../contract/intake'
import { homeOf, Place } from '../intake/home'
import { freshMatter, inConflict, Matter, missingOf, ticketOf } from '../intake/matter'

/** A slip as it is being typed. Nobody has to stand on it. */
export const Slip = z.object({ name: z.string(), phone: z.string(), place: z.optional(Place), matter: Matter, taken: z.optional(Taken) })
export type Slip = z.infer<typeof Slip>

export const freshSlip = (): Slip => ({ name: '', phone: '', matter: freshMatter() })

/** What is missing yet before the slip can be sent. Its photo is what was written; the typing is only to be read faster. */
export function missing(slip: Slip, circle: Circle | undefined): string | undefined {
  if (slip.matter.media.length === 0) return '请先给信件拍张照片。'
  if (slip.phone.trim() && !Telephone.safeParse(slip.phone).success) return '电话号码不对,看不清就空着。'
  if (inConflict(slip.matter, circle)) return '这件投诉您不能录,请换一位同事来录。'
  return missingOf(slip.matter)
}

/** The slip as it is sent. */
export const bodyOf = (
  { name, phone, place, matter }: Slip,
  openingId: BoxOpeningId,
  circle: Circle | undefined,
): z.input<typeof TypeSlip> => ({
  openingId,
  ticket: ticketOf(matter, circle),
  name: name.trim() || undefined,
  phone: phone.trim() || undefined,
  home: place && homeOf(place),
})
