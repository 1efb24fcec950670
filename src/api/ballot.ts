import * as z from 'zod/mini'
import { create } from 'zustand'

import { accountId } from './session'
import { keep, kept } from './storage'

/** Answers sealed on this phone, what campaign and stratum they are for, and the receipt by which they are found. */
const sealed = { campaignId: z.string(), stratumId: z.string(), sealed: z.string(), receipt: z.string() }
const window = { drawsUntil: z.string(), castsUntil: z.string() }
const Begun = z.object({ input: z.string(), blind: z.string(), blinded: z.string(), tweakedKey: z.string() })

/**
 * A ballot of this phone, from the tap on "send" on; bytes as base64url. Each step is kept before the next one is begun, so that a
 * kill at any point loses nothing and makes no second ballot. What is in is known by its receipt, and nothing else is kept of it.
 * The schemas of the survey weigh too much for the main package; its own package has them, and makes what stands here.
 */
const Ballot = z.discriminatedUnion('stands', [
  z.object({ stands: z.literal('drawing'), ...sealed, ...window, begun: Begun }),
  z.object({ stands: z.literal('casting'), ...sealed, ...window, token: z.object({ input: z.string(), output: z.string() }) }),
  z.object({ stands: z.literal('in'), campaignId: z.string(), receipt: z.string() }),
  z.object({ stands: z.literal('refused'), campaignId: z.string(), says: z.string() }),
])
export type Ballot = z.infer<typeof Ballot>
export type Drawing = Extract<Ballot, { stands: 'drawing' }>
export type Casting = Extract<Ballot, { stands: 'casting' }>

/** `says`: why it is not in yet, as the person reads it. */
type State = { account: string; ballot?: Ballot; says?: string }

const storedUnder = (account: string) => `ballot:${account}`

export const useBallot = create<State>(() => ({ account: '' }))

/** Looks at the ballot of `account`, and at nobody else's. */
export const openBallot = (account: string) => useBallot.setState({ account, ballot: kept(storedUnder(account), Ballot), says: undefined })

/** Keeps how far the ballot is; false where the phone has no room, so that nothing is begun. */
export function keepBallot(ballot: Ballot, account = accountId()): boolean {
  if (!keep(storedUnder(account), ballot)) return false
  if (useBallot.getState().account === account) useBallot.setState({ ballot, says: undefined })
  return true
}

/** Says why it waits. */
export const ballotWaits = (says: string) => useBallot.setState({ says })
