import * as z from 'zod/mini'
import { create } from 'zustand'

import { Taken } from '../../contract/intake'
import type { Errand } from './errand'
import { accountId } from './session'
import { keep, kept } from './storage'

/** The number and code of something written for a villager, until the villager has been told. */
const Written = z.object({ ...Taken.shape, villagerName: z.string() })
export type Written = z.infer<typeof Written>

/** Older ones than so many are forgotten: a villager without them asks at the desk by name. */
const MOST = 20

const storedUnder = (account: string) => `written:${account}`

export const useWritten = create<{ slips: Written[] }>(() => ({ slips: [] }))

/** Looks at what `account` has still to tell, and at nobody else's. */
export const openWritten = (account: string) => useWritten.setState({ slips: kept(storedUnder(account), z.array(Written)) ?? [] })

function change(slips: Written[]) {
  useWritten.setState({ slips })
  keep(storedUnder(accountId()), slips)
}

/** Keeps what the server answered to something written for a villager; it may come long after the visit. */
export function keepSlip(errand: Errand, reply: object) {
  const taken = errand.task === 'visit' ? Taken.safeParse(reply).data : undefined
  if (!taken || errand.task !== 'visit') return
  const { slips } = useWritten.getState()
  const slip = { ...taken, villagerName: errand.body.villagerName }
  change([slip, ...slips.filter(({ id }) => id !== taken.id)].slice(0, MOST))
}

/** The villager has been told. */
export const forgetSlip = (id: string) => change(useWritten.getState().slips.filter((slip) => slip.id !== id))
