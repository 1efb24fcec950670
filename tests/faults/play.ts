import * as z from 'zod/mini'

import type { Instant } from '../../contract/route'
import { hour, later, minute } from '../../contract/time'
import { randomId } from '../../functions/platform/tag'
import { itemsOf } from './items'
import type { Call, Letter, Made, Step } from './journeys'
import type { Fate, Kind, Site } from './kinds'
import { type Lane, type Process, START } from './lane'
import { listed } from './listed'
import { headOf } from './picture'

/** Under these a phone keeps what it has to send, and tries again. */
const passing = ['busy', 'changedMeanwhile', 'signInAgain', 'wechatAway']
const TRIES = 8
const MOST_SWEEPS = 60
/** What falls due within so long is done in one sweep. */
const AT_ONCE = 20 * minute
/** Until when everything that a run has caused has to be done. */
const SETTLED_AFTER = 10 * hour

const Answer = z.looseObject({ problem: z.optional(z.string()), number: z.optional(z.string()) })

/** Says what befalls a call in this part of a journey: somebody's call, or one round of telling. */
export type Choose = (phase: string, site: Site) => Kind | undefined
export type Hit = { phase: string; site: string; kind: Kind }

/** What a run did: the tickets that were accepted, the faults that happened, and what went wrong on its way. */
export type Played = { ids: Partial<Record<Letter, string>>; numbers: Partial<Record<Letter, string>>; hits: Hit[]; wrong: string[] }

/** How a run differs from a plain one. */
export type Manner = {
  /** What is to befall a call; without it nothing does. */
  choose?: Choose
  /** By how much the clock of the n-th process differs. */
  skew?: (nth: number) => number
  /** Faults that may happen in one part of the journey. */
  atMost?: number
  /** The part after which the journey ends; without it the last one. */
  upTo?: string
  /** Tells people, in place of one sweep. */
  tell?: (process: Process, lane: Lane) => Promise<unknown>
  /** Before the first step, and when the last one has been taken. */
  before?: (lane: Lane) => Promise<void>
  after?: (lane: Lane) => Promise<void>
}

/**
 * Takes the product through a journey as people's phones and the clock would: what fails is sent again under the same ids,
 * a process that ended is followed by another one; and in the end time passes until nothing is owed.
 */
export async function play(lane: Lane, steps: readonly Step[], manner: Manner = {}): Promise<Played> {
  const { choose, atMost = 1, upTo, skew = () => 0, tell = (one) => one.sweep(), before, after } = manner
  const played: Played = { ids: {}, numbers: {}, hits: [], wrong: [] }
  let phase = ''
  let left = 0
  let started = 0
  let current: Process | undefined

  const fate: Fate = (here) => {
    if (left === 0) return undefined
    const site = here()
    const kind = choose?.(phase, site)
    if (!kind) return undefined
    left--
    played.hits.push({ phase, site: site.name, kind })
    return kind
  }
  async function process(): Promise<Process> {
    if (current && !current.life.over() && skew(started) === skew(started - 1)) return current
    current?.stop()
    current = await lane.start(fate, skew(started++))
    return current
  }
  const begin = (name: string) => {
    phase = name
    left = choose ? atMost : 0
  }

  const idOf = (letter: Letter) => (played.ids[letter] ??= randomId())
  async function call({ who, route, of, body }: Call): Promise<boolean> {
    const [method = '', path = ''] = route.split(' ')
    const made: Made = { id: idOf, step: randomId(), number: (letter) => played.numbers[letter] ?? '' }
    const sent = JSON.stringify(body?.(made) ?? {})
    for (let tries = 0; tries < TRIES; tries++) {
      lane.pass(2000)
      const one = await process()
      const headers = { authorization: `Bearer ${await lane.token(who)}` }
      const asked = async () => {
        const answer = await one.app.request(path.replace('{id}', idOf(of)), { method, headers, body: sent })
        return { status: answer.status, ...Answer.parse(await answer.json()) }
      }
      const outcome = await one.life.outlived(asked())
      if (outcome === 'crashed') continue
      const { status, problem, number } = outcome.result
      if (status === 200) {
        if (route === 'POST /v1/tickets') played.numbers[of] = number
        return true
      }
      if (problem && passing.includes(problem)) continue
      played.wrong.push(`${phase}: refused with ${problem} at try ${tries + 1}`)
      return false
    }
    played.wrong.push(`${phase}: not done after ${TRIES} tries`)
    return false
  }

  /** One round of telling. Where a fault happened, the next minute's round follows, and may meet another one. */
  async function telling(): Promise<void> {
    for (let before = Infinity; left < before && (before === Infinity || left > 0);) {
      before = left
      const one = await process()
      await one.life.outlived(tell(one, lane).catch(() => undefined))
      if (left < before) lane.pass(minute)
    }
  }
  const wakeAt = async (of: Letter) => headOf(await itemsOf(lane.table, idOf(of)))?.wakeAt

  async function wait(of: Letter): Promise<void> {
    const due = await wakeAt(of)
    if (!due) return void played.wrong.push(`${phase}: waits for nothing`)
    if (due > lane.clock()) lane.set(due as Instant)
    // Another process's clock may be behind, and what failed is pushed back.
    for (let sweeps = 0; sweeps < MOST_SWEEPS && (await wakeAt(of)) === due; sweeps++) {
      await telling()
      lane.pass(sweeps === 0 ? minute : 10 * minute)
    }
    if ((await wakeAt(of)) === due) played.wrong.push(`${phase}: nothing came of the deadline`)
  }

  async function settle(): Promise<void> {
    const end = later(lane.clock(), SETTLED_AFTER)
    for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
      const next = (await listed(lane.table))[0]?.owedsk
      if (!next || next > end) return
      if (next > lane.clock()) lane.set(next as Instant)
      lane.pass(AT_ONCE)
      await telling()
    }
    played.wrong.push('something is owed without end')
  }

  lane.set(START)
  await before?.(lane)
  for (const [nth, step] of steps.entries()) {
    const name = 'until' in step ? `until the ${nth}th deadline` : `${step.who}: ${step.route}`
    begin(name)
    if ('until' in step) await wait(step.until)
    else if (!(await call(step))) break
    lane.pass(minute)
    if (phase === upTo) break
    begin(`telling after ${name}`)
    await telling()
    if (phase === upTo) break
  }
  left = 0
  await after?.(lane)
  await settle()
  current?.stop()
  return played
}
