import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { contract } from '../../contract/contract'
import { occasions } from '../../contract/notice'
import { steps } from '../../contract/ticket'
import { structuredLog } from '../../functions/platform/log'
import type { Table } from '../../functions/platform/table'
import { surveyExports } from '../../functions/survey/exports'
import { openProduct } from '../bench/product'
import { openPolls } from '../survey/held'
import { sing } from './aviary'
import { canaries, disguises, heard, type Name as Canary, said } from './canaries'
import { cast } from './cast'
import { routeOf } from './route-of'
import { openStage, type Stage } from './stage'
import { type Tap, wireTap } from './wire-tap'

jest.setTimeout(600_000)

let stage: Stage
let tap: Tap
let sung: Awaited<ReturnType<typeof sing>>
/** All that this process has printed, as a function's log stream would have it. */
const printed: string[] = []
/** Addresses that were asked, and refusals that came back. */
const urls: string[] = []
const refusals: string[] = []
/** The sessions by which they were asked. */
const sessions = new Set<string>()
/** The routes that were answered, and the canaries that each has ever shown. */
const shown = new Map<string, Set<Canary>>()

function listen() {
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((part) => {
      printed.push(String(part))
      return true
    })
}

beforeAll(async () => {
  listen()
  const log = structuredLog('canary')
  stage = await openStage({ log, through: async (url) => (tap = await wireTap(url)).url })
  const { app } = stage.product
  const request = app.request.bind(app)
  jest.spyOn(app, 'request').mockImplementation(async (...args) => {
    urls.push(String(args[0]))
    const authorization = new Headers(args[1]?.headers).get('authorization')
    if (authorization) sessions.add(authorization.replace('Bearer ', ''))
    const answer = await request(...args)
    const text = await answer.clone().text()
    const route = routeOf(args[1]?.method ?? 'GET', String(args[0])) ?? 'none'
    if (answer.status >= 400) refusals.push(text)
    else shown.set(route, new Set([...(shown.get(route) ?? []), ...heard(text)]))
    return answer
  })
  sung = await sing({
    ...{ as: stage.as, with: stage.product.with, cardCode: stage.cardCode, pickUpCode: stage.pickUpCode },
    ...{ settle: stage.settle, looked: stage.town.looked },
    later: (milliseconds, ...tickets) => (tickets.length > 0 ? stage.later(milliseconds, ...tickets) : stage.settleLater(milliseconds)),
    codes: (name) => ({ login: () => stage.town.loginCode(cast[name].id), phone: () => stage.town.phoneCode(cast[name].id) }),
    ...{ clock: stage.clock, at: stage.at, polls: openPolls(stage.town, stage.product) },
    exports: surveyExports({ table: stage.town.database.table, ballots: stage.town.ballots.table }),
    raw: (name, method, url, body) => stage.ask(name, method, url, body),
    fail: (api, times) => stage.town.fail(api, 'serverError', times),
    agree: (name) => stage.town.agree(cast[name].id),
  })
  // A failure of our own: the database's error tells everything that it was asked.
  const { client, name } = stage.town.database.table
  const failing = new Proxy(client, {
    get: (target, key) =>
      key === 'send'
        ? () => Promise.reject(new Error(`${said('exception')} ${said('complaint')} ${said('headPhone')}`))
        : Reflect.get(target, key),
  }) as Table['client']
  const broken = openProduct(stage.town, { table: { client: failing, name }, log })
  refusals.push(
    await (
      await broken.app.request('/v1/sessions', {
        method: 'POST',
        body: JSON.stringify({ code: await stage.town.loginCode(cast.sender.id) }),
      })
    ).text(),
  )
})
afterAll(async () => {
  jest.restoreAllMocks()
  tap.close()
  await stage.close()
})

test('a canary is heard in every disguise', () => {
  for (const one of disguises(said('complaint'))) expect(heard(`…${one}…`)).toContain('complaint')
  expect(heard(Buffer.from(`x${said('headPhone')}y`).toString('base64'))).toContain('headPhone')
})

test('nothing that is logged holds a canary, whatever failed', () => {
  const text = printed.join('')
  // The log was listened to: each of these is in it.
  for (const event of ['request.refused', 'outbox.fannedOut', 'request.failed', 'wechat']) expect(text).toContain(event)
  expect(heard(text)).toEqual([])
})

test('no address and no refusal holds a canary', () => {
  expect([urls.length > 80, refusals.length > 40]).toEqual([true, true])
  expect(heard(urls.join('\n'))).toEqual([])
  expect(heard(refusals.join('\n'))).toEqual([])
})

type Kept = { place: string; value: string }

/** All that is stored, attribute by attribute: keys are attributes as well. */
async function everything(): Promise<Kept[]> {
  const found: Kept[] = []
  const { client, name } = stage.town.database.table
  let after: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: after }))
    for (const { __edb_e__: entity, ...attributes } of Items)
      for (const [attribute, value] of Object.entries(attributes))
        found.push({ place: `${String(entity)}.${attribute}`, value: JSON.stringify(value) })
    after = LastEvaluatedKey
  } while (after)
  return found
}
let kept: Promise<Kept[]> | undefined
const stored = () => (kept ??= everything())

test('no openid and no session is logged, stored where it does not belong, or in an address', async () => {
  const all = await stored()
  const openids = all.filter(({ place }) => place === 'account.openid').map(({ value }) => String(JSON.parse(value)))
  expect([openids.length > 25, sessions.size > 8]).toEqual([true, true])
  for (const secret of [...openids, ...sessions]) {
    expect(printed.join('').includes(secret)).toBe(false)
    expect(urls.some((url) => url.includes(secret))).toBe(false)
    expect(all.filter(({ value }) => value.includes(secret)).map(({ place }) => place)).toEqual(
      openids.includes(secret) ? ['account.openid'] : [],
    )
  }
})

test('in the table every canary stands in its places alone, and in no key', async () => {
  const found = new Map<string, Set<string>>()
  for (const { place, value } of await stored())
    for (const canary of heard(value)) found.set(canary, (found.get(canary) ?? new Set()).add(place))
  const misplaced = Object.entries(canaries).flatMap(([canary, { at }]) =>
    [...(found.get(canary) ?? [])].filter((place) => !at.includes(place)).map((place) => `${canary} in ${place}`),
  )
  expect(misplaced).toEqual([])
  // Nor is any place named of which nothing ever comes: the search would find nothing there.
  const missing = Object.entries(canaries).flatMap(([canary, { at }]) =>
    at.filter((place) => !found.get(canary)?.has(place)).map((place) => `${canary} in ${place}`),
  )
  expect(missing).toEqual([])
})

test('WeChat and the sender of text messages get what they need, and nothing else', () => {
  expect(new Set(tap.calls.map(({ path }) => path)).size).toBeGreaterThanOrEqual(5)
  const misplaced = tap.calls.flatMap(({ path, sent }) =>
    heard(sent)
      .filter((canary) => !canaries[canary].calls?.includes(path))
      .map((canary) => `${canary} to ${path}`),
  )
  expect([...new Set(misplaced)]).toEqual([])
})

test('no inbox and no telephone shows a canary', async () => {
  for (const name of ['sender', 'handlerDesk', 'inspector', 'office', 'pairedCadre'] as const) {
    const inbox = await stage.as(name)('GET /v1/inbox', { query: {} })
    // The number to which a text message goes is its address, not what it says.
    const messages = (await stage.town.messages(cast[name].id)).map(({ title, fields }) => [
      title,
      fields.filter(({ label }) => label !== '号码'),
    ])
    expect([name, heard(JSON.stringify([inbox, messages]))]).toEqual([name, []])
  }
  expect(await stage.town.messages(cast.sender.id)).not.toEqual([])
})

test('of a photo and a recording nothing is left but what they show', async () => {
  expect(sung.shown.map(({ kind }) => kind).sort()).toEqual(['photo', 'photo', 'photo', 'voice'])
  for (const { url } of sung.shown) {
    const bytes = Buffer.from(await (await fetch(url!)).arrayBuffer())
    expect(bytes.length).toBeGreaterThan(100)
    for (const canary of ['photo', 'voice', 'headName'] as const) expect(bytes.includes(said(canary))).toBe(false)
  }
})

test('every route of the contract has answered a song', () => {
  expect(Object.keys(contract).filter((route) => !shown.has(route))).toEqual([])
})

test('the songs have gone through every step of a ticket, and told of everything that there is to tell', async () => {
  const all = await stored()
  const [timelines, told] = ['ticket.timeline', 'notice.occasion'].map((here) =>
    all.flatMap(({ place, value }) => (place === here ? [JSON.parse(value) as unknown] : [])),
  )
  const gone = z.array(z.array(z.object({ step: z.string() }))).parse(timelines)
  expect(new Set(gone.flat().map(({ step }) => step))).toEqual(new Set<string>(steps))
  expect(new Set(told)).toEqual(new Set(Object.keys(occasions)))
})

test('a desktop’s secret is nowhere', async () => {
  const all = await stored()
  expect(sung.secrets).toHaveLength(2)
  for (const secret of sung.secrets) {
    expect([printed.join('').includes(secret), urls.some((url) => url.includes(secret))]).toEqual([false, false])
    expect(all.filter(({ value }) => value.includes(secret))).toEqual([])
  }
})
test('of a ballot no token, no seal and no blinded element is where anybody could lay them side by side', async () => {
  const { tokens, sealed, blinded } = sung.ballots
  expect([tokens.length > 20, sealed.length > 10, blinded.length > 10]).toEqual([true, true, true])
  const all = await stored()
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const looks = (text: string) => [text, bytes(text).toString('hex'), bytes(text).toString('base64').replace(/=+$/, '')]
  const spoken = [...printed, ...urls, ...refusals, ...tap.calls.map(({ sent }) => sent)].join('\n')
  for (const one of [...tokens, ...sealed, ...blinded].flatMap(looks)) expect(spoken.includes(one)).toBe(false)
  const placesOf = (some: string[]) =>
    new Set(some.flatMap(looks).flatMap((one) => all.filter(({ value }) => value.includes(one)).map(({ place }) => place)))
  // The same draw is known by its blinded element, which nothing of a ballot can be held against.
  expect([placesOf(tokens), placesOf(sealed), placesOf(blinded)]).toEqual([new Set(), new Set(), new Set(['surveyEntry.drawn'])])
  const { client, name } = stage.town.ballots.table
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }))
  expect(Items.length).toBe(sealed.length + 1)
  for (const item of Items) {
    expect(Object.keys(item).sort()).toEqual(['h', 'sealed', 'stratum'])
    expect(heard(JSON.stringify(item))).toEqual([])
  }
})

test('an answer shows a canary only where it is to be read', () => {
  const misread = [...shown].flatMap(([route, found]) =>
    [...found].flatMap((name) => {
      const { read = [] } = canaries[name]
      const path = route.slice(route.indexOf(' ') + 1)
      const fits = (one: string) => one === route || (one.startsWith('/') && (path === one || path.startsWith(`${one}/`)))
      return read.some(fits) ? [] : [`${name} in ${route}`]
    }),
  )
  expect(misread).toEqual([])
  // The lists were read, and what may stand in them was there to be seen.
  expect(shown.get('GET /v1/letters')).toEqual(new Set(['title', 'unread', 'call']))
})
