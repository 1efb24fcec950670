import * as z from 'zod/mini'

import type { Home } from '../../contract/intake'
import { FoundHousehold, IntakeVillage } from '../../contract/intake'

/** Where the villager lives, as far as it is known: a household on the roll, or only a village. */
export const Place = z.discriminatedUnion('by', [
  z.object({ by: z.literal('household'), household: FoundHousehold }),
  z.object({ by: z.literal('village'), village: IntakeVillage }),
])
export type Place = z.infer<typeof Place>

/** The place as the server is told it. */
export const homeOf = (place: Place): Home =>
  place.by === 'household' ? { by: 'household', householdId: place.household.id } : { by: 'village', villageId: place.village.id }

/** The place in words. */
export const wordsOf = (place: Place) =>
  place.by === 'household'
    ? `${place.household.village} ${place.household.group},户主 ${place.household.headName},卡号 ${place.household.serial}`
    : `${place.village.township} ${place.village.name}(名册上没找到这一户)`
