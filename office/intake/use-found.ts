import { useEffect, useState } from 'react'

import { type FoundHousehold, Telephone } from '../../contract/intake'
import type { VillageId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'

export type Found = { items: FoundHousehold[]; many: boolean; says?: string }

/** So long nothing has to be typed before somebody is looked up: every look is kept, so not every digit is one. */
const PAUSE_MS = 400

async function looked(call: () => Promise<{ items: FoundHousehold[]; many: boolean } | { problem: string; says: string }>): Promise<Found> {
  try {
    const answer = await call()
    return isProblem(answer) || 'problem' in answer ? { items: [], many: false, says: 'says' in answer ? answer.says : '' } : answer
  } catch {
    return { items: [], many: false, says: NO_ANSWER }
  }
}

function useLook(key: string | undefined, call: () => Promise<Found>): Found | undefined {
  const [found, setFound] = useState<{ key: string; found: Found }>()
  useEffect(() => {
    if (key === undefined) return
    let late = false
    const timer = setTimeout(() => void call().then((next) => late || setFound({ key, found: next })), PAUSE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
    // The key says all that the call depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return found && found.key === key ? found.found : undefined
}

/** The households with this number; undefined while it is no whole number, or is being looked up. */
export function useByPhone(typed: string, when: boolean) {
  const { data: phone } = Telephone.safeParse(typed)
  const key = when ? phone : undefined
  return {
    whole: phone !== undefined,
    found: useLook(key, () => looked(() => ask('POST /v1/intake/callers', { body: { phone: phone ?? '' } }))),
  }
}

/** The households of a village that a serial number or a name finds. */
export function useInVillage(villageId: VillageId | undefined, typed: string) {
  const search = typed.trim()
  const key = villageId && search ? `${villageId} ${search}` : undefined
  return useLook(key, () =>
    looked(() =>
      villageId ? ask('POST /v1/intake/households', { body: { villageId, search } }) : Promise.resolve({ items: [], many: false }),
    ),
  )
}
