import type { View } from '../view/view'
import type { Realm } from './realm'
import type { Timers } from './timers'

export type Call = { name: string; options: unknown }
export type Query = Record<string, string>

/** What a test sets and what outlives the mini-program: the telephone around it. */
export type Handset = {
  person: string
  /** Where the one-machine stack listens, and the address that the mini-program was built for. */
  server: string
  apiUrl: string
  width: number
  height: number
  fontSizeSetting: number
  /** Whether its engine knows large numbers; the oldest phones do not. */
  bigInt: boolean
  /** `replyLost`: requests arrive, their answers do not. */
  signal: 'good' | 'none' | 'replyLost'
  /** What the camera reads next. */
  scan?: { result: string } | { path: string }
  /** The photos that the person chooses next. */
  album: Buffer[]
  /** What the person says next, and how a recorder writes it down. */
  says: { seconds: number; as: (seconds: number) => Buffer }
  /** Files by their address: temporary ones, and those that the mini-program keeps. */
  files: Map<string, Buffer>
  /** Functions of wx that this phone's WeChat does not have. */
  unknown: ReadonlySet<string>
  /** The consents that the person refuses, by the name of the wx call. */
  refused: Set<string>
  /** Stored values as JSON, as WeChat keeps them. */
  storage: Map<string, string>
  calls: Call[]
}

/** One run of the mini-program. */
export type World = {
  handset: Handset
  realm: Realm
  timers: Timers
  view: View
  failed: (error: unknown) => void
  alive: () => boolean
  listeners: Listeners
  /** True while a tap is being handled: WeChat asks for consent only then. */
  gesture: boolean
  requests: Set<unknown>
}

type Listener = (event?: unknown) => void

export type Listeners = ReturnType<typeof listeners>
/** Who listens to what happens to the telephone: `appShow`, `networkStatusChange`. */
export function listeners() {
  const sets = new Map<string, Set<Listener>>()
  const of = (name: string) => sets.get(name) ?? sets.set(name, new Set()).get(name)!
  return {
    on: (name: string) => (listener: Listener) => void of(name).add(listener),
    off: (name: string) => (listener?: Listener) => (listener ? of(name).delete(listener) : of(name).clear()),
    tell: (name: string, event?: unknown) => [...of(name)].forEach((listener) => listener(event)),
  }
}
