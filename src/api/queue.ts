import * as z from 'zod/mini'
import { create } from 'zustand'

import { isProblem, type ProblemName } from '../../contract/problem'
import { takeBack } from './draft'
import { deliver, Errand, errandId, ticketIdOf } from './errand'
import { phone } from './phone'
import { accountId, token } from './session'
import { keep, kept } from './storage'

type Sent = Exclude<Awaited<ReturnType<typeof deliver>>, { problem: string }>

type Queue = {
  account: string
  /** In the order in which the person decided them. */
  errands: Errand[]
  /** What has been accepted since the program was opened, by the errand's id. */
  sent: Record<string, Sent>
  /** Why an errand was refused, by its id, since the program was opened. */
  refused: Record<string, string>
}

const storedUnder = (account: string) => `queue:${account}`

export const useQueue = create<Queue>(() => ({ account: '', errands: [], sent: {}, refused: {} }))

/** Looks at what `account` has still to send, and at nobody else's. */
export const openQueue = (account: string) =>
  useQueue.setState({ account, errands: kept(storedUnder(account), z.array(Errand)) ?? [], sent: {}, refused: {} })

function change(rule: (errands: Errand[]) => Errand[]): boolean {
  const { account, errands } = useQueue.getState()
  const next = rule(errands)
  useQueue.setState({ errands: next })
  return keep(storedUnder(account), next)
}

const without = (id: string) => (errands: Errand[]) => errands.filter((errand) => errandId(errand) !== id)
const patched = (id: string, patch: { says: string }) => (errands: Errand[]) =>
  errands.map((errand) => (errandId(errand) === id ? { ...errand, ...patch } : errand))

/** The server may take these another time; everything else is refused for good. */
export const passing: readonly ProblemName[] = ['busy', 'changedMeanwhile', 'signInAgain', 'wechatAway']

function refuse(errand: Errand, says: string) {
  const id = errandId(errand)
  useQueue.setState(({ refused }) => ({ refused: { ...refused, [id]: says } }))
  change(takeBack(errand, says) ? without(id) : patched(id, { says }))
}

type Told = (errand: Errand, reply: Sent) => void
const listeners = new Set<Told>()
/** Calls `listener` with each errand that was accepted. */
export const onSent = (listener: Told) => listeners.add(listener)

let pass: (errand: Errand) => Errand | undefined = (errand) => errand
/** Has `rule` asked about an errand before it leaves: it goes as answered, is given back where that `says` why, or stays. */
export function letPass(rule: typeof pass) {
  pass = rule
}

/** The first that may leave. What stays holds back what was decided later about the same ticket, and nothing else. */
function next(): Errand | undefined {
  const held = new Set<string>()
  for (const errand of useQueue.getState().errands) {
    if (errand.says) continue
    const ticket = ticketIdOf(errand)
    const passed = held.has(ticket) ? undefined : pass(errand)
    if (passed) return passed
    held.add(ticket)
  }
  return undefined
}

/** Sends one errand; false where the rest has to wait. */
async function sendOne(errand: Errand): Promise<boolean> {
  const id = errandId(errand)
  if (errand.says) {
    refuse(errand, errand.says)
    return true
  }
  if (!(await phone.online())) return false
  try {
    // The session comes first: it shows whose phone this is now.
    await token()
    if (accountId() !== useQueue.getState().account) return false
    change((errands) => errands.map((other) => (errandId(other) === id ? { ...errand, tried: true } : other)))
    const answer = await deliver(errand)
    if (isProblem(answer)) {
      if (passing.includes(answer.problem)) return false
      refuse(errand, answer.says)
      return true
    }
    useQueue.setState(({ sent }) => ({ sent: { ...sent, [id]: answer } }))
    change(without(id))
    for (const listener of listeners) listener(errand, answer)
    return true
  } catch {
    return false
  }
}

let sending = false

/** Sends what waits, one after the other in its order, until something cannot go out. Callers at the same time share one run. */
export async function flush() {
  if (sending) return
  sending = true
  try {
    for (let errand = next(); errand; errand = next()) if (!(await sendOne(errand))) break
  } finally {
    sending = false
  }
}

/** Takes over what a person has decided; false where the phone has no room to keep it, so that nothing is promised. */
export function enqueue(errand: Errand): boolean {
  const kept = change((errands) => [...errands, errand])
  if (!kept) change(without(errandId(errand)))
  else void flush()
  return kept
}

/** Takes an errand back to its draft. Not possible once it was tried (it may have arrived), or while another draft stands there. */
export function withdraw(errand: Errand): 'done' | 'maybeSent' | 'draftInTheWay' {
  const current = useQueue.getState().errands.find((other) => errandId(other) === errandId(errand))
  if (!current || (current.tried && !current.says)) return 'maybeSent'
  if (!takeBack(current, current.says)) return 'draftInTheWay'
  change(without(errandId(current)))
  return 'done'
}

/** Forgets a refused errand that carries no words. */
export const dismiss = (errand: Errand) => errand.says && change(without(errandId(errand)))

const EVERY_MS = 30_000

/** Lets the queue go out by itself: when the network is back, when the program is shown, and every 30 s while anything waits. */
export function keepSending() {
  phone.onOnline(() => void flush())
  setInterval(() => next() && void flush(), EVERY_MS)
  void flush()
}
