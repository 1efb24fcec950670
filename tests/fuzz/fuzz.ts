import { contract } from '../../contract/contract'
import type { Route } from '../../contract/route'
import { openApi } from '../../functions/platform/openapi'
import { openProduct } from '../bench/product'
import { type Random, seeded } from '../fixtures/minle/random'
import { openTown } from '../town'
import { asked, type Draft, requestOf } from './draft'
import { badTokens, households, rolesWithoutAnybody, type Session, sessionsOf } from './people'
import { type Pool, pool } from './pool'
import { learnTown, offerCodes, openSurvey, placeOf, sendLetters } from './seeds'
import { type Operation, operationOf } from './shape'
import { secretsIn } from './secrets'
import { spoil } from './spoil'
import { valid } from './valid'
import { reached, wrongs } from './verdict'
import { watch } from './watch'

/** What happened to the requests of one route. */
export type Tally = { key: string; sent: number; reached: number; done: number; wrong: string[] }
/** All routes, and what went wrong beside the answers. */
export type Fuzzed = { tallies: Tally[]; beside: string[] }

/** Of a route's requests, so many at least have to get past its schema and its roles. */
export const REACHED_LEAST = 10
const MOST_MORE = 5
const A_BATCH = 8
/** Shares: requests that are left as the schema allows; sessions that may call the route, that may not, and none that is good. */
const [WHOLE, ENTITLED, ANYBODY] = [0.45, 0.7, 0.93]
const MOST_SHOWN = 5

function draftsFor(operation: Operation, key: string, random: Random, known: Pool, sessions: readonly Session[], bad: readonly string[]) {
  const [method = '', path = ''] = key.split(' ')
  const place = placeOf(path)
  const entitled = sessions.filter(({ roles }) => operation.roles.some((role) => roles.some((one) => one === role)))

  function caller(entitledOnly: boolean): { token?: string; person?: string } {
    if (entitledOnly && entitled.length) return random.of(entitled)
    const chance = random.below(1000) / 1000
    if (chance < ENTITLED && entitled.length) return random.of(entitled)
    if (chance < ANYBODY) return random.of(sessions)
    return random.chance(0.8) ? { token: random.of(bad) } : {}
  }
  return (entitledOnly: boolean): { draft: Draft; who?: string } => {
    const { token: bearer, person: who } = caller(entitledOnly)
    const [inPath, elsewhere] = [valid(random, known, { place, who }, true), valid(random, known, { place, who })]
    const query = Object.entries(operation.query).filter(([, { required }]) => required || random.chance(0.12))
    const draft: Draft = {
      method,
      path: path
        .slice(1)
        .split('/')
        .map((piece) => (piece.startsWith('{') ? String(inPath(operation.params[piece.slice(1, -1)] ?? {}, piece.slice(1, -1))) : piece)),
      query: query.map(([name, { shape }]) => [name, String(elsewhere(shape, name))]),
      headers: { 'content-type': 'application/json', ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
      json: operation.body && elsewhere(operation.body, ''),
    }
    return { draft, who }
  }
}

/**
 * Sends `each` requests to every route of the contract, of the whole product over an embedded database: such as its schema
 * allows, and spoiled ones; as everybody, with good and bad sessions. The same `seed` makes the same requests, as far as
 * ids made by chance allow.
 */
export async function fuzz({ each, seed }: { each: number; seed: number }): Promise<Fuzzed> {
  const random = seeded(seed)
  const town = await openTown({ households })
  try {
    const watched = watch(town.database.table)
    const product = openProduct(town, { log: watched.log })
    const sessions = await sessionsOf(product, town)
    const bad = await badTokens(sessions)
    const known = pool(random)
    await sendLetters(product, sessions)
    await openSurvey(known, product, town, sessions)
    await product.sweep()
    await learnTown(known, product, town, sessions)
    const codes = await offerCodes(known, town)
    const beside = new Set<string>(rolesWithoutAnybody(sessions).map((role) => `nobody here is ${role}`))
    const telling = secretsIn(sessions)

    const document = openApi(contract)
    const routes = (Object.entries(contract) as [string, Route][]).map(([key, route]) => {
      const tally: Tally = { key, sent: 0, reached: 0, done: 0, wrong: [] }
      return { key, route, tally, make: draftsFor(operationOf(document, key), key, random, known, sessions, bad) }
    })

    async function one({ key, route, tally, make }: (typeof routes)[number], asItShould = false): Promise<void> {
      const { draft, who } = make(asItShould)
      const whole = structuredClone(draft)
      const spoiled = !asItShould && !random.chance(WHOLE)
      if (spoiled) spoil(draft, random)
      const [toRoute, repeated] = [asked(draft, whole), random.chance(0.2)]
      const send = () =>
        watched.during(async () => {
          const answer = await product.app.request(requestOf(draft))
          return { status: answer.status, text: await answer.text(), method: draft.method }
        })
      const { answer, did } = await send()
      const answered = { ...answer, written: did.written, ...(toRoute && { route }) }
      const wrong = [...wrongs(answered), ...did.errors, ...telling(did.lines)]
      const open = route.roles.includes('anyone')
      if (toRoute && !open && !who && answer.status === 200 && draft.headers['authorization'] === whole.headers['authorization'])
        wrong.push('let in with a session that is not good')
      tally.sent++
      if (!spoiled && reached(answered)) tally.reached++
      if (!spoiled && answer.status === 200) {
        tally.done++
        known.learn({ place: placeOf(key), who }, JSON.parse(answer.text))
        const again = repeated && draft.method === 'POST' ? await send() : undefined
        if (again?.answer.text.includes('"changedReplay"')) wrong.push('accepted, and refused when it is sent again')
      }
      if (wrong.length && tally.wrong.length < MOST_SHOWN) {
        const shown = JSON.stringify({ ...draft, headers: undefined }).slice(0, 600)
        tally.wrong.push(`${key}\n  ${[...new Set(wrong)].join('\n  ')}\n  of ${shown}`)
      }
    }

    for (let left = each; left > 0; left -= A_BATCH) {
      await codes.refill()
      for (const route of routes) await Promise.all(Array.from({ length: Math.min(A_BATCH, left) }, () => one(route)))
    }
    // Chance leaves a route now and then without enough requests that come to its handler; it gets more, and none of them is spoiled.
    for (const route of routes)
      for (let more = 0; route.tally.reached < REACHED_LEAST && more < MOST_MORE * each; more += A_BATCH) {
        await codes.refill()
        await Promise.all(Array.from({ length: A_BATCH }, () => one(route, true)))
      }
    await product.sweep()
    for (const error of watched.outside.errors) beside.add(`afterwards: ${error.split('\n').slice(0, 4).join(' < ')}`)
    for (const line of telling(watched.outside.lines)) beside.add(line)
    return { tallies: routes.map(({ tally }) => tally), beside: [...beside] }
  } finally {
    await town.close()
  }
}
