import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import { jwtSessions } from '../../functions/platform/session'
import { silentLog, type Log } from '../../functions/platform/log'
import { minute } from '../../contract/time'
import { later } from '../../contract/time'
import { minlePersons } from '../fixtures/minle/persons'
import { openProduct } from '../bench/product'
import { openTown, secrets } from '../town'
import { households } from '../fuzz/people'
import { faultyDoor } from './faulty-door'
import { faultyTable } from './faulty-table'
import { cast, type Who } from './journeys'
import type { Fate } from './kinds'
import { life } from './life'

/** Nine in the morning of a Wednesday in Shanghai. */
export const START = Instant.parse('2026-11-18T01:00:00.000Z')

const personOf = (who: Who) => minlePersons.find(({ label, note }) => `${label} ${note}`.includes(cast[who]))!.id
type Claims = Parameters<ReturnType<typeof jwtSessions>['issue']>[0]
const Payload = z.looseObject({ sub: z.string() })
const Arrived = z.object({
  by: z.string(),
  person: z.optional(z.string()),
  label: z.optional(z.string()),
  fields: z.array(z.object({ value: z.string() })),
})
const Newest = z.object({ items: z.array(z.unknown()) })
const Messages = z.object({ items: z.array(Arrived) })
/** Messages that one run may bring about. */
const NEWEST = 60
const noFaults: Fate = () => undefined

/** A town whose time is set by hand, WeChat behind a door that can fail, and processes of the product that come and go. */
export async function openLane() {
  let now = START
  const clock = () => now
  const town = await openTown({ households, clock })
  const { table, endpoint } = town.database
  let running = { fate: noFaults, life: life() }
  const door = await faultyDoor(town.wechatUrl, () => running)

  /** Starts a process of the product whose calls meet their `fate`, and whose clock differs by `skew`; the one before is not asked any more. */
  async function start(fate: Fate = noFaults, skew = 0, log: Log = silentLog) {
    running = { fate, life: life() }
    const own = await faultyTable(table, endpoint, fate, running.life)
    const product = openProduct(town, { table: own, clock: () => later(now, skew), log, wechatUrl: door.url })
    return { ...product, life: running.life, stop: () => own.client.destroy() }
  }
  type Process = Awaited<ReturnType<typeof start>>

  const first = openProduct(town, { clock })
  const known = new Map<Who, Claims>()
  for (const who of Object.keys(cast) as Who[]) {
    const token = await (await first.tying(personOf(who)))(await first.signIn(personOf(who)))
    const {
      iss: _,
      iat: __,
      exp: ___,
      ...claims
    } = Payload.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
    known.set(who, claims as Claims)
    for (let grants = 0; grants < 40; grants++) await town.agree(personOf(who))
  }
  const sessions = jwtSessions(secrets.sessionKey)

  return {
    town,
    table,
    door,
    start,
    clock,
    set: (next: Instant) => void (now = next),
    pass: (milliseconds: number) => void (now = later(now, milliseconds)),
    /** A session of this person, good now; from a clock that differs by as much as any here. */
    token: async (who: Who) => (await sessions.issue(known.get(who)!, later(now, 15 * minute))).token,
    person: personOf,
    /** What arrived last on all telephones, the newest first. */
    arrived: async () => {
      const { items } = Newest.parse(await (await fetch(town.wechatUrl.replace('/api', '/messages'))).json())
      return Messages.parse({ items: items.slice(0, NEWEST) }).items
    },
    agree: (who: Who) => town.agree(personOf(who)),
    close: async () => {
      await door.close()
      await town.close()
    },
  } satisfies Record<string, unknown> & { start: (...args: never[]) => Promise<Process> }
}
export type Lane = Awaited<ReturnType<typeof openLane>>
export type Process = Awaited<ReturnType<Lane['start']>>
