import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as z from 'zod/mini'

import { diskBlobs, diskBucket } from '../functions/local/blobs/blobs'
import { scratchBallots, scratchDatabase } from '../functions/local/database'
import type { Mode } from '../functions/local/sandbox/content'
import type { Api, How } from '../functions/local/sandbox/faults'
import { sandboxTemplates } from '../functions/local/sandbox/templates'
import { sandboxApp, wechatSandbox } from '../functions/local/sandbox/sandbox'
import { openCalendar } from '../functions/calendar'
import { openPairing } from '../functions/pairing'
import { loadRoster } from '../functions/pairing/roster/load'
import { ids } from '../functions/pairing/roster/merge'
import { type Clock, systemClock } from '../functions/platform/clock'
import { tagger } from '../functions/platform/tag'
import { PUSH_PATH } from '../functions/platform/wechat-push'
import type { Window } from '../functions/survey/window'
import { days2026 } from './fixtures/minle/calendar'
import { generateMinle } from './fixtures/minle/generate'
import { findMinlePersons, minlePerson, minlePersons } from './fixtures/minle/persons'
import { township } from './fixtures/minle/places'

const Code = z.object({ code: z.string() })
const Messages = z.object({
  items: z.array(z.looseObject({ title: z.string(), fields: z.array(z.object({ label: z.string(), value: z.string() })) })),
})

/** The secrets with which the fixture is loaded and the functions run. */
export const secrets = {
  sessionKey: 'signs the sessions of these tests, 32',
  tagKey: 'keys the tags of these tests, over 32',
  wechatSecret: sandboxApp.secret,
  pushToken: 'pushesOfTheseTests',
}
const blobSecret = 'signs for the disk store of these tests'

/** What the world outside calls of the product's own accord. */
type Answering = { app: { fetch: (request: Request) => Response | Promise<Response> }; uploaded: (key: string) => Promise<unknown> }

type Smaller = {
  /** Only the households whose codes it matches. */
  households?: RegExp
  /** By which WeChat goes; the machine's own clock unless said. */
  clock?: Clock
}

/** Minle town in an empty database, and WeChat's sandbox over HTTP beside it: what a deployed stage finds outside. */
export async function openTown({ households, clock = systemClock }: Smaller = {}) {
  const database = await scratchDatabase()
  const ballots = await scratchBallots()
  const windows: Window[] = []
  const tag = tagger(secrets.tagKey)
  const folder = mkdtempSync(path.join(tmpdir(), 'minle-'))
  await generateMinle(folder, households)
  await loadRoster(folder, { table: database.table, tag }, { apply: true })
  await openCalendar(database.table).enter('2026', { version: 0, days: days2026, by: township }, systemClock())

  const people = {
    interesting: minlePersons,
    person: async (id: string) => minlePerson(id),
    find: async (typed: string) => findMinlePersons(typed),
  }
  let product: Answering | undefined
  /** What was uploaded and is being looked at. */
  const uploads = new Set<Promise<unknown>>()
  const onUpload = (key: string) => {
    const looking = (product?.uploaded(key) ?? Promise.resolve()).finally(() => uploads.delete(looking))
    uploads.add(looking)
  }
  const blobs = diskBlobs({ folder: path.join(folder, 'blobs'), secret: blobSecret, clock, onUpload })
  const push = { url: () => `${origin}${PUSH_PATH}`, token: secrets.pushToken }
  const world = new Hono()
  world.route('/', wechatSandbox({ people, clock, push }))
  world.route('/blobs', blobs.app)
  world.all(PUSH_PATH, (c) => product?.app.fetch(c.req.raw) ?? c.text('', 503))
  const server = serve({ fetch: world.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `${origin}/sandbox`
  const post = async (door: string, body: unknown) => {
    const response = await fetch(`${url}${door}`, { method: 'POST', body: JSON.stringify(body) })
    return response.json()
  }
  return {
    database,
    /** Sealed ballots, in a database of their own. */
    ballots,
    /** What draw and cast find in the parameter that they alone may read. */
    windows,
    wechatUrl: `${url}/api`,
    /** Where files go: a disk store that speaks S3. */
    bucket: diskBucket(`${origin}/blobs`, blobSecret),
    /** From now on uploads are looked at, and WeChat's pushes taken, by this product. */
    answerWith: (next: Answering) => {
      product = next
    },
    /** Once all that was uploaded so far has been looked at. Rejects where that failed. */
    looked: async () => {
      while (uploads.size > 0) await Promise.all(uploads)
    },
    /** How WeChat judges from now on. */
    judge: (mode: Mode) => post('/content', { mode }),
    /** Makes WeChat's next calls fail. */
    fail: (api: Api, how: How, times: number | 'once' | 'always' | 'off') => post('/fail', { api, how, times }),
    /** The code on this household's service card. */
    cardCode: async (household: string) => {
      const found = await openPairing({ table: database.table, tag }).household(ids.household(household))
      return found?.card.code ?? ''
    },
    /** The code with which this person's telephone signs in. */
    loginCode: async (person: string) => Code.parse(await post('/login', { person })).code,
    /** The code that stands for this person's telephone number. */
    phoneCode: async (person: string) => Code.parse(await post('/phone-code', { person })).code,
    /** This person agrees to one message of each of the product's templates. */
    agree: (person: string) => post('/grant', { person, templates: Object.values(sandboxTemplates).map(({ id }) => id) }),
    /** What has arrived on this person's telephone. */
    messages: async (person: string) => Messages.parse(await (await fetch(`${url}/messages?person=${person}`)).json()).items,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await ballots.close()
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type Town = Awaited<ReturnType<typeof openTown>>
