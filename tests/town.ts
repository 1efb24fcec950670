import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { serve } from '@hono/node-server'
import * as z from 'zod/mini'

import { scratchDatabase } from '../functions/local/database'
import { sandboxTemplates } from '../functions/local/sandbox/templates'
import { sandboxApp, wechatSandbox } from '../functions/local/sandbox/sandbox'
import { openPairing } from '../functions/pairing'
import { loadRoster } from '../functions/pairing/roster/load'
import { ids } from '../functions/pairing/roster/merge'
import { type Clock, systemClock } from '../functions/platform/clock'
import { tagger } from '../functions/platform/tag'
import { generateMinle } from './fixtures/minle/generate'
import { findMinlePersons, minlePerson, minlePersons } from './fixtures/minle/persons'

const Code = z.object({ code: z.string() })
const Messages = z.object({
  items: z.array(z.looseObject({ title: z.string(), fields: z.array(z.object({ label: z.string(), value: z.string() })) })),
})

/** The secrets with which the fixture is loaded and the functions run. */
export const secrets = {
  sessionKey: 'signs the sessions of these tests, 32',
  tagKey: 'keys the tags of these tests, over 32',
  wechatSecret: sandboxApp.secret,
}

type Smaller = {
  /** Only the households whose codes it matches. */
  households?: RegExp
  /** By which WeChat goes; the machine's own clock unless said. */
  clock?: Clock
}

/** Minle town in an empty database, and WeChat's sandbox over HTTP beside it: what a deployed stage finds outside. */
export async function openTown({ households, clock = systemClock }: Smaller = {}) {
  const database = await scratchDatabase()
  const tag = tagger(secrets.tagKey)
  const folder = mkdtempSync(path.join(tmpdir(), 'minle-'))
  await generateMinle(folder, households)
  await loadRoster(folder, { table: database.table, tag }, { apply: true })
  rmSync(folder, { recursive: true })

  const people = {
    interesting: minlePersons,
    person: async (id: string) => minlePerson(id),
    find: async (typed: string) => findMinlePersons(typed),
  }
  const sandbox = wechatSandbox({ people, clock })
  const server = serve({ fetch: sandbox.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`
  const post = async (door: string, body: unknown) => {
    const response = await fetch(`${url}${door}`, { method: 'POST', body: JSON.stringify(body) })
    return response.json()
  }
  return {
    database,
    wechatUrl: `${url}/api`,
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
      await database.close()
    },
  }
}
export type Town = Awaited<ReturnType<typeof openTown>>
