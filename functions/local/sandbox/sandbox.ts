import { readFileSync } from 'node:fs'
import path from 'node:path'

import { Hono } from 'hono'
import * as z from 'zod/mini'

import type { Clock } from '../../platform/clock'
import { accessTokens } from './access-tokens'
import { oneTimeCodes } from './codes'
import { contentChecks, Mode, modes, type Push } from './content'
import { apis, Fault, faults as allFaults, hows } from './faults'
import { memory as memoryOf } from './memory'
import type { People } from './people'
import { sandboxTemplates, type Template } from './templates'
import { wechatApi } from './wechat-api'

/** The app's credentials at the sandbox's WeChat. */
export const sandboxApp = { appId: 'wx0000000000sandbox', secret: 'sandbox-secret-of-no-value' } as const

export type SandboxDeps = {
  people: People
  clock: Clock
  /** Where messages and grants are kept; without it they are forgotten at the end. */
  file?: string
  /** Where the verdicts on files go; without it there are none. */
  push?: Push
  templates?: readonly Template[]
  appId?: string
  secret?: string
  stallMs?: number
}

const pageFiles = [
  ['page.html', 'text/html; charset=utf-8'],
  ['page.css', 'text/css; charset=utf-8'],
  ['page.js', 'text/javascript; charset=utf-8'],
] as const

const Who = z.strictObject({ person: z.string() })
const Grant = z.strictObject({ person: z.string(), templates: z.array(z.string()).check(z.maxLength(3)) })

/**
 * WeChat on one machine. `/sandbox/api` stands in for api.weixin.qq.com; the other doors are what a telephone asks of its
 * WeChat (who am I, my number, I agree), and `/sandbox/` is a page for people: be anybody, see what arrived, make it fail.
 */
export function wechatSandbox(deps: SandboxDeps): Hono {
  const { people, clock, file, push, templates = Object.values(sandboxTemplates), stallMs = 10_000 } = deps
  const { appId, secret } = { ...sandboxApp, ...deps }
  const memory = memoryOf(file)
  const [logins, phoneCodes] = [oneTimeCodes(clock), oneTimeCodes(clock)]
  const tokens = accessTokens(clock)
  const faults = allFaults()
  const content = contentChecks({ appId, push, clock })
  const doors = new Hono()

  async function labelled(ids: readonly string[]) {
    const found = await Promise.all([...new Set(ids)].map((id) => people.person(id)))
    return new Map(found.flatMap((person) => (person ? [[person.id, person.label]] : [])))
  }
  async function known(json: Promise<unknown>) {
    const asked = Who.safeParse(await json.catch(() => undefined))
    return asked.success ? people.person(asked.data.person) : undefined
  }

  doors.post('/login', async (c) => {
    const person = await known(c.req.json())
    return person ? c.json({ code: logins.issue(person.id) }) : c.json({ error: 'noSuchPerson' }, 404)
  })
  doors.post('/phone-code', async (c) => {
    const person = await known(c.req.json())
    if (!person) return c.json({ error: 'noSuchPerson' }, 404)
    return person.phone ? c.json({ code: phoneCodes.issue(person.id) }) : c.json({ error: 'noPhone' }, 409)
  })
  doors.post('/grant', async (c) => {
    const asked = Grant.safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success || !(await people.person(asked.data.person))) return c.json({ error: 'noSuchPerson' }, 404)
    const { person, templates: agreed } = asked.data
    for (const id of agreed) memory.grant(person, id, 1)
    return c.json(Object.fromEntries(agreed.map((id) => [id, 'accept'])))
  })

  doors.get('/persons', async (c) => {
    const typed = c.req.query('find')?.trim()
    return c.json({ items: typed ? await people.find(typed) : people.interesting })
  })
  doors.get('/messages', async (c) => {
    const { person: id, phone } = c.req.query()
    const own = id ? await people.person(id) : undefined
    const all = memory.messages().filter((message) => {
      if (id) return message.person === id || (message.phone !== undefined && message.phone === own?.phone)
      return !phone || message.phone === phone
    })
    const labels = await labelled(all.flatMap(({ person }) => person ?? []))
    const ownerOf = (phone: string | undefined) => people.interesting.find((person) => phone && person.phone === phone)?.label
    return c.json({ items: all.map((message) => ({ ...message, label: labels.get(message.person ?? '') ?? ownerOf(message.phone) })) })
  })

  doors.get('/faults', (c) => c.json({ apis, hows, set: faults.list() }))
  doors.post('/fail', async (c) => {
    const fault = Fault.safeParse(await c.req.json().catch(() => undefined))
    if (!fault.success) return c.json({ error: 'badInput' }, 400)
    faults.set(fault.data)
    return c.json({ set: faults.list() })
  })
  doors.get('/content', (c) => c.json({ modes, mode: content.mode() }))
  doors.post('/content', async (c) => {
    const asked = z.strictObject({ mode: Mode }).safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success) return c.json({ error: 'badInput' }, 400)
    content.setMode(asked.data.mode)
    return c.json({ mode: content.mode() })
  })
  doors.post('/reset', (c) => {
    memory.reset()
    faults.reset()
    tokens.forget()
    content.setMode('look')
    logins.reset()
    phoneCodes.reset()
    return c.json({})
  })

  doors.route('/api', wechatApi({ appId, secret, templates, people, memory, logins, phoneCodes, tokens, faults, content, clock, stallMs }))

  const app = new Hono()
  app.get('/sandbox', (c) => c.redirect('/sandbox/'))
  for (const [name, type] of pageFiles)
    app.get(`/sandbox/${name === 'page.html' ? '' : name}`, (c) =>
      c.body(readFileSync(path.join(__dirname, name), 'utf8'), 200, { 'content-type': type }),
    )
  return app.route('/sandbox', doors)
}
