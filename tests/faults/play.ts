import type { Instant } from '../../contract/route'
import { hour, later, minute } from '../../contract/time'
import { idOf } from '../../functions/platform/tag'
import { attempts } from './attempts'
import type { Fate, Kind, Site } from './kinds'
import { type Lane, type Process, START } from './lane'
import type { At, Journey, Made, Route, Step } from './steps'
import { headOf, listed } from './stored'

const MOST_SWEEPS = 60
const MOST_ROUNDS = 16
/** What falls due within so long is done in one sweep. */
const AT_ONCE = 20 * minute
/** Until when everything that a run has caused has to be done. */
const SETTLED_AFTER = 10 * hour
const THE_END = 'the end'

/** Says what befalls a call in this part of a journey: somebody's call, or one round of telling. */
export type Choose = (phase: string, site: Site) => Kind | undefined
export type Hit = { phase: string; site: string; kind: Kind }

/** What a run did: the numbers that its tickets got, the faults that happened, and what went wrong on its way. */
export type Played = { numbers: ReadonlyMap<string, string>; hits: readonly Hit[]; wrong: string[]; since: number }

/** How a run differs from a plain one. */
export type Manner = {
  name?: string
  /** What is to befall a call; without it nothing does. */
  choose?: Choose
  /** By how much the clock of the n-th process differs. */
  skew?: (nth: number) => number
  /** Faults that may happen in one part of the journey. */
  atMost?: number
  /** Faults in all of it. */
  inAll?: number
  /** The part after which the journey ends; without it the last one. */
  upTo?: string
  /** Tells people, in place of one sweep. */
  tell?: (process: Process, lane: Lane) => Promise<unknown>
  /** Before the first step, and when the last one has been taken. */
  before?: (lane: Lane) => Promise<void>
  after?: (lane: Lane) => Promise<void>
}

const nameOf = (step: Step, nth: number) => {
  if ('until' in step) return `${nth}: until the next deadline`
  if ('passes' in step) return `${nth}: ${step.passes / hour} hours pass`
  if ('outage' in step) return `${nth}: an outage`
  return 'deed' in step ? `${nth}: ${step.deed}` : `${nth}: ${step.who}: ${step.route}`
}
/** What a route does, after whoever calls it has been recognised. */
const ofRoute = /^(?!.*account\/recognise).*platform\/http/
const isAt = ({ at, what }: At, { place, text }: Site) => place.startsWith(`${at}:`) && text.includes(what)

/**
 * Takes the product through a journey as people's phones and the clock would: what fails is sent again under the same ids,
 * a process that ended is followed by another one; and in the end time passes until nothing is owed.
 */
export async function play(lane: Lane, journey: string, { steps }: Journey, manner: Manner = {}): Promise<Played> {
  const { choose, atMost = 1, inAll = Infinity, upTo, skew = () => 0, tell = (one) => one.sweep(), before, after } = manner
  const [hits, wrong]: [Hit[], string[]] = [[], []]
  const [numbers, answers] = [new Map<string, string>(), new Map<Route, unknown>()]
  const since = (await lane.arrived())[0]?.id ?? 0
  let phase = ''
  let route: Route | undefined
  let left = 0
  let started = 0
  let current: Process | undefined
  let accident: At | undefined
  let outage: At | undefined

  const fate: Fate = (here) => {
    if (left === 0 && !accident && !outage) return undefined
    const found = here()
    if (!found) return undefined
    // Of a route's own way some have returned by then and are in no stack; the route says what is missing.
    const site = route && ofRoute.test(found.name) ? { ...found, name: `${found.name} for ${route}` } : found
    if (outage && isAt(outage, site)) return 'lostRequest'
    if (accident && isAt(accident, site)) {
      accident = undefined
      return 'crash'
    }
    const kind = left > 0 ? choose?.(phase, site) : undefined
    if (!kind) return undefined
    left--
    hits.push({ phase, site: site.name, kind })
    return kind
  }
  async function process(): Promise<Process> {
    if (current && !current.life.over() && skew(started) === skew(started - 1)) return current
    current?.stop()
    current = await lane.start(fate, skew(started++))
    return current
  }
  const begin = (name: string, calls?: Route) => {
    phase = name
    route = calls
    left = choose ? Math.min(atMost, inAll - hits.length) : 0
  }

  const made: Made = {
    id: (name) => idOf(journey, name),
    step: '',
    number: (name) => numbers.get(name) ?? '',
    answer: (route) => answers.get(route),
    round: 0,
    notes: new Map(),
    lane,
  }
  const { call, act } = attempts(lane, process, made, {
    number: (name, number) => numbers.set(name, number),
    answer: (route, answer) => answers.set(route, answer),
    wrong: (what) => wrong.push(`${phase}: ${what}`),
    begins: (next) => (accident = next),
  })

  /** One round of telling. Where a fault happened, the next minute's round follows, and may meet another one. */
  async function telling(): Promise<void> {
    for (let before = Infinity; left < before && (before === Infinity || left > 0);) {
      before = left
      const one = await process()
      await one.life.outlived(tell(one, lane).catch(() => undefined))
      await lane.judged()
      if (left < before) lane.pass(minute)
    }
  }

  async function until(end: Instant): Promise<void> {
    for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
      const next = (await listed(lane.table))[0]?.owedsk
      if (!next || next > end) return
      if (next > lane.clock()) lane.set(next)
      // What failed is tried again within minutes, at first.
      lane.pass(sweeps < 6 ? minute : AT_ONCE)
      await telling()
    }
    wrong.push(`${phase}: something is owed without end`)
  }

  async function wait(of: string): Promise<void> {
    const wakeAt = async () => (await headOf(lane.table, made.id(of)))?.wakeAt
    const due = await wakeAt()
    if (!due) return void wrong.push(`${phase}: waits for nothing`)
    await until(due)
    if (due > lane.clock()) lane.set(due)
    // Another process's clock may be behind, and what failed is pushed back.
    for (let sweeps = 0; sweeps < MOST_SWEEPS && (await wakeAt()) === due; sweeps++) {
      await telling()
      lane.pass(sweeps === 0 ? minute : 10 * minute)
    }
    if ((await wakeAt()) === due) wrong.push(`${phase}: nothing came of the deadline`)
  }

  /** Takes a step; how many steps before the person has to begin again, or that it is not to be gone on with. */
  async function take(step: Step): Promise<number | 'stop'> {
    if ('route' in step) return call(step)
    if ('deed' in step) return (await act(step)) ? 0 : 'stop'
    if ('outage' in step) outage = step.outage === 'over' ? undefined : step.outage
    else if ('until' in step) await wait(step.until)
    else {
      const end = later(lane.clock(), step.passes)
      await until(end)
      if (lane.clock() < end) lane.set(end)
    }
    return 0
  }

  lane.set(START)
  lane.serve(process)
  await lane.judge('look')
  await before?.(lane)
  for (let nth = 0; nth < steps.length; nth++) {
    const step = steps[nth]!
    begin(nameOf(step, nth), 'route' in step ? step.route : undefined)
    made.step = idOf(journey, `step ${nth}`)
    const back = await take(step)
    if (back === 'stop') break
    if (back > 0) {
      made.round++
      if (made.round < MOST_ROUNDS) nth -= back + 1
      else wrong.push(`${phase}: begun again without end`)
      continue
    }
    await lane.judged()
    if (phase === upTo) break
    if ('soon' in step) continue
    lane.pass(minute)
    begin(`${nth}: telling`)
    await telling()
    if (phase === upTo) break
  }
  begin(THE_END)
  if (upTo && upTo !== THE_END) left = 0
  await after?.(lane)
  await until(later(lane.clock(), SETTLED_AFTER))
  current?.stop()
  return { numbers, hits, wrong, since }
}
