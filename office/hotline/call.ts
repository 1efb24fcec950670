import * as z from 'zod/mini'

import type { TakeCall } from '../../contract/intake'
import { type Circle, Taken, Telephone } from '../../contract/intake'
import { freshMatter, inConflict, Matter, missingOf, ticketOf } from '../intake/matter'
import { homeOf, Place } from '../intake/home'

/** A call as it is being taken down. `taken` is its number, once it has one. */
export const Call = z.object({
  phone: z.string(),
  name: z.string(),
  place: z.optional(Place),
  matter: Matter,
  readBack: z.boolean(),
  taken: z.optional(Taken),
})
export type Call = z.infer<typeof Call>

export const freshCall = (): Call => ({ phone: '', name: '', matter: freshMatter(), readBack: false })

/** The call after something was changed. What was read back is not what stands there now, so that tick is gone. */
export const changed = (call: Call, next: Partial<Omit<Call, 'readBack'>>): Call => ({ ...call, ...next, readBack: false })

/** What is missing yet before the call can be sent, as the form says it. */
export function missing(call: Call, circle: Circle | undefined): string | undefined {
  if (call.phone.trim() && !Telephone.safeParse(call.phone).success) return '来电号码不对,请再看一遍;没有号码就空着。'
  if (!call.place) return '请问清楚是哪个村哪一户。'
  if (!call.name.trim()) return '请写来电人的姓名。'
  if (inConflict(call.matter, circle)) return '这件投诉您不能记,请让来人打督查组的电话。'
  return missingOf(call.matter) ?? (call.readBack ? undefined : '请念给来电人听一遍,同意了再打勾。')
}

/** The call as it is sent. */
export const bodyOf = ({ phone, name, place, matter, readBack }: Call, circle: Circle | undefined): z.input<typeof TakeCall> => ({
  ticket: ticketOf(matter, circle),
  callerName: name,
  phone: phone.trim() || undefined,
  home: homeOf(Place.parse(place)),
  readBack: z.literal(true).parse(readBack),
})
