import type { contract } from '../../contract/contract'
import type { ProblemName } from '../../contract/problem'
import type { RouteKey } from '../../contract/route'
import type { Who } from './cast'
import type { Lane, Process } from './lane'

/** What a run has made and heard so far. */
export type Made = {
  /** The id of the thing that the journey calls so: the same in every run, so that what is stored can be compared. */
  id: (name: string) => string
  /** The id of the step that is being taken. */
  step: string
  /** What a ticket was told its number is. */
  number: (name: string) => string
  /** The last answer that this route gave. */
  answer: (route: Route) => unknown
  /** How often the run has begun again with something that can be done once only. */
  round: number
  /** What a step has noted for a later one. */
  notes: Map<string, string>
  lane: Lane
}

export type Route = keyof typeof contract & RouteKey

/** A call site: the file of it, and words of the call. */
export type At = { at: string; what: string }

/** Somebody calls a route, again and again until it is answered. */
export type Call = {
  who: Who | 'desktop'
  route: Route
  /** The thing whose id stands in the path. */
  of?: string
  /** The whole path, where it is another: `/v1/letters?box=desk`. */
  path?: (made: Made) => string
  body?: (made: Made) => object | Promise<object>
  /** A new body for each try, as for a code that works once. */
  anew?: true
  /** The refusal that is the right answer. */
  refused?: ProblemName
  /** Refusals by which the person sees that it has been done. */
  done?: readonly ProblemName[]
  /** After one of these the person begins again, so many steps before. */
  back?: { on: readonly ProblemName[]; steps: number }
  /** The next step follows at once. */
  soon?: true
  /** The process ends when it has been done there; whoever `givesUp` does not call again. */
  accident?: At & { givesUp?: true }
}

/** Time passes until the ticket's next deadline. */
export type Wait = { until: string }
/** So much time passes, and all that falls due in it is done. */
export type Pass = { passes: number }
/** What happens outside of the API, again until it is done. `twice`: as an event that is delivered once more than it need be. */
export type Deed = { deed: string; does: (process: Process, made: Made) => Promise<unknown>; twice?: true }
/** From here on nothing is answered to this call site, until it is `over`. */
export type Outage = { outage: At | 'over' }

export type Step = Call | Wait | Pass | Deed | Outage
export type Journey = {
  steps: readonly Step[]
  /** Faults in one part of it, where somebody may not try as often as they like; and in all parts together, where time is short. */
  atMost?: number
  inAll?: number
  /** What it cannot do without: WeChat, to sign in by; clocks that agree within minutes. */
  needs?: readonly ('wechat' | 'clocks')[]
}
