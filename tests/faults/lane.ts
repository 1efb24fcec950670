import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import { openPairing } from '../../functions/pairing'
import { bucket } from '../../functions/platform/blobs'
import { jwtSessions } from '../../functions/platform/session'
import { silentLog } from '../../functions/platform/log'
import { tagger } from '../../functions/platform/tag'
import { openProduct } from '../bench/product'
import { openTown, secrets } from '../town'
import { notingFetch } from './asked'
import { cast, households, type Known, newcomers, personOf } from './cast'
import { faultyDoor } from './faulty-door'
import { faultyTable } from './faulty-table'
import type { Fate } from './kinds'
import { life } from './life'
import { verdicts } from './verdicts'

/** Nine in the morning of a Wednesday in Shanghai. */
export const START = Instant.parse('2026-11-18T01:00:00.000Z')

type Claims = Parameters<ReturnType<typeof jwtSessions>['issue']>[0]
const Payload = z.looseObject({ sub: z.string() })
const Arrived = z.object({
  id: z.number(),
  by: z.string(),
  person: z.optional(z.string()),
  phone: z.optional(z.string()),
  fields: z.array(z.object({ value: z.string() })),
})
const Messages = z.object({ items: z.array(Arrived) })
const noFaults: Fate = () => undefined
const BUCKET_TRIES = 3
const GRANTS = 40

const claimsIn = (token: string): Claims => {
  const { iss: _, iat: __, exp: ___, ...claims } = Payload.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
  return claims as Claims
}

/** A town whose time is set by hand, WeChat and the bucket behind doors that can fail, and processes of the product that come and go. */
export async function openLane() {
  let now = START
  const clock = () => now
  const town = await openTown({ households, clock })
  const { table, endpoint } = town.database
  const { origin } = new URL(town.wechatUrl)
  const tag = tagger(secrets.tagKey)
  let running = { fate: noFaults, life: life() }
  const doors: string[] = []
  const asked = notingFetch((url) => doors.some((door) => url.startsWith(door)))
  const expected = verdicts()
  const caller = { caller: () => running, by: asked.by }
  const door = await faultyDoor(origin, { ...caller, heard: expected.taken })
  const files = await faultyDoor(origin, { ...caller, tries: BUCKET_TRIES })
  doors.push(door.url, files.url)
  const outside = { wechatUrl: `${door.url}/sandbox/api`, bucket: { ...town.bucket, url: `${files.url}/blobs` } }

  /** The process that answers WeChat's pushes. */
  let answering: () => Promise<Process> = () => start()

  /** Starts a process of the product whose calls meet their `fate`, and whose clock differs by `skew`; the one before is not asked any more. */
  async function start(fate: Fate = noFaults, skew = 0) {
    running = { fate, life: life() }
    const own = await faultyTable(table, endpoint, fate, running.life)
    const box = await faultyTable(town.ballots.table, town.ballots.endpoint, fate, running.life)
    const ownClock = () => later(now, skew)
    const product = openProduct(town, { table: own, ballots: box, clock: ownClock, log: silentLog, ...outside })
    town.answerWith({ app: { fetch: pushed }, uploaded: async () => {} })
    const stop = () => {
      own.client.destroy()
      box.client.destroy()
    }
    return { ...product, table: own, ballots: box, clock: ownClock, life: running.life, stop }
  }
  type Process = Awaited<ReturnType<typeof start>>

  async function pushed(request: Request): Promise<Response> {
    const body = await request.clone().text()
    const { app, life: its } = await answering()
    const outcome = await its.outlived(Promise.resolve(app.fetch(request)))
    const answer = outcome === 'crashed' ? new Response('', { status: 502 }) : outcome.result
    expected.pushed(body, await answer.clone().text())
    return answer
  }

  const first = openProduct(town, { clock })
  const known = new Map<Known, Claims>()
  for (const who of Object.keys(cast) as Known[]) {
    const token = await (await first.tying(personOf(who)))(await first.signIn(personOf(who)))
    known.set(who, claimsIn(token))
    for (let grants = 0; grants < GRANTS; grants++) await town.agree(personOf(who))
  }
  const sessions = jwtSessions(secrets.sessionKey)
  const aside = bucket(town.bucket, clock)

  return {
    town,
    table,
    ballots: town.ballots.table,
    tag,
    door,
    start,
    clock,
    serve: (by: () => Promise<Process>) => void (answering = by),
    set: (next: Instant) => void (now = next),
    pass: (milliseconds: number) => void (now = later(now, milliseconds)),
    /** A session of this person, good now; from a clock that differs by as much as any here. */
    token: async (who: string) => {
      const claims = known.get(who as Known)
      return claims && (await sessions.issue(claims, later(now, 15 * minute))).token
    },
    /** Once every verdict that WeChat has to push is here. */
    judged: expected.settled,
    judge: (mode: Parameters<typeof town.judge>[0]) => {
      expected.setSilent(mode === 'silent')
      return town.judge(mode)
    },
    /** What has arrived on all telephones after the message with this number, the newest first. */
    arrived: async (after = 0) => {
      const { items } = Messages.parse(await (await fetch(town.wechatUrl.replace('/api', '/messages'))).json())
      return items.filter(({ id }) => id > after)
    },
    agree: (person: string) => town.agree(person),
    roster: openPairing({ table, tag }),
    /** Forgets what was uploaded under these keys. */
    forget: async (keys: readonly string[]) => void (await Promise.all(keys.map((key) => aside.delete(key)))),
    whose: (person: string | undefined) =>
      Object.entries({ ...cast, ...newcomers }).find(([, id]) => id === person)?.[0] ?? person ?? 'somebody',
    close: async () => {
      await door.close()
      await files.close()
      asked.restore()
      await town.close()
    },
  }
}
export type Lane = Awaited<ReturnType<typeof openLane>>
export type Process = Awaited<ReturnType<Lane['start']>>
