import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Browser, Locator } from 'playwright-core'
import * as z from 'zod/mini'

import { client } from '../../contract/client'
import { contract } from '../../contract/contract'
import { until } from '../weapp/until'

const LIMIT_MS = 10_000
const folder = path.resolve(__dirname, '../../.local/failures')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { impact: string; id: string; nodes: { html: string }[] }

/** A desktop with the office web in its browser; nobody is signed in yet. */
export async function desktopIn(browser: Browser, url: string, size = { width: 1280, height: 860 }) {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' })
  context.setDefaultTimeout(LIMIT_MS)
  const page = await context.newPage()
  const errors: Error[] = []
  const sent: { url: string; body: unknown }[] = []
  page.on('pageerror', (error) => errors.push(error))
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/v1/'))
      sent.push({ url: new URL(request.url()).pathname, body: request.postDataJSON() })
  })

  const front = (locator: Locator) => locator.filter({ visible: true }).first()
  const control = (name: string | RegExp) => {
    const exact = typeof name === 'string'
    const [first, ...others] = (['button', 'link', 'radio', 'checkbox', 'option'] as const).map((role) =>
      page.getByRole(role, { name, exact }),
    )
    return others.reduce((either, other) => either.or(other), first!)
  }

  const box = (role: 'textbox' | 'spinbutton', name: string | RegExp) => page.getByRole(role, { name, exact: typeof name === 'string' })

  /** Does one thing; where it cannot be done, says what was on the screen and leaves its picture. */
  async function step<Result>(what: string, perform: () => Promise<Result>): Promise<Result> {
    try {
      const result = await perform()
      if (errors.length > 0) throw errors[0]
      return result
    } catch (cause) {
      mkdirSync(folder, { recursive: true })
      const picture = path.join(folder, `${`desktop ${what}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120)}.png`)
      await page.screenshot({ path: picture }).catch(() => undefined)
      const text = await desktop.text().catch(() => '')
      throw new Error(
        `desktop: ${what}\n${cause instanceof Error ? cause.message : ''}\n\non the screen:\n${text}\n\npicture: ${picture}`,
        { cause },
      )
    }
  }

  const desktop = {
    page,
    open: (place = '') => step(`open ${place}`, async () => void (await page.goto(`${url}/office/${place && `#/${place}`}`))),
    reload: () => step('reload', async () => void (await page.reload())),
    tap: (name: string | RegExp) => step(`tap ${name}`, () => front(control(name)).click()),
    /** Chips whose own input is out of sight are pressed by their words. */
    choose: (name: string | RegExp) => step(`choose ${name}`, () => page.getByRole('radio', { name }).first().check({ force: true })),
    tick: (name: string | RegExp) => step(`tick ${name}`, () => page.getByRole('checkbox', { name }).first().check()),
    type: (label: string | RegExp, text: string) =>
      step(`type into ${label}`, () => front(box('textbox', label).or(box('spinbutton', label))).fill(text)),
    /** Waits until somebody is signed in. */
    signedIn: () => step('be signed in', () => front(page.getByRole('button', { name: '退出', exact: true })).waitFor()),
    /** Opens a list, types, and takes the first that is left. */
    pick: (label: string, text: string) =>
      step(`pick ${text} of ${label}`, async () => {
        const list = page.getByRole('combobox', { name: label })
        await list.click()
        await list.fill(text)
        await front(page.locator('.ant-select-item-option').filter({ hasText: text })).click()
      }),
    see: (text: string | RegExp) => step(`see ${text}`, () => front(page.getByText(text)).waitFor()),
    sees: async (text: string | RegExp) => (await page.getByText(text).filter({ visible: true }).count()) > 0,
    seeNoMore: (text: string | RegExp) =>
      step(`no longer see ${text}`, () => until(async () => ((await desktop.sees(text)) ? undefined : true), LIMIT_MS)),
    text: () => page.locator('body').innerText(),
    offline: (away: boolean) => context.setOffline(away),
    sent: (route: RegExp) => sent.filter(({ url: to }) => route.test(to)),
    /** What axe finds that keeps somebody from using the page: serious and critical. */
    barriers: () =>
      step('look for barriers', async () => {
        // What is still moving has colours between two states.
        await page.waitForTimeout(400)
        await page.evaluate(axe)
        const found = await page.evaluate(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then(({ violations }) => violations.map(({ impact, id, nodes }) => ({ impact, id, nodes: nodes.map(({ html }) => ({ html })) })))`,
        )
        return (found as Violation[])
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      }),
    close: () => context.close(),
  }
  return desktop
}
export type Desktop = Awaited<ReturnType<typeof desktopIn>>

/** Signs in on a desktop by picking somebody of the made-up town. */
export async function signInByPicking(desktop: Desktop, words: string, button: RegExp) {
  await desktop.open()
  await desktop.see('挑一个人登录')
  await desktop.type('找人', words)
  // Until what was typed has been looked for, those who were there before still stand there.
  await desktop.page.getByRole('button', { name: button }).filter({ hasText: words }).first().click()
  await desktop.signedIn()
}

/** The contract as the person calls it who is signed in on this desktop. */
export async function askingAs({ page }: Desktop, url: string) {
  const session = await page.evaluate(`sessionStorage.getItem('session')`)
  const { token } = z.object({ token: z.string() }).parse(JSON.parse(z.string().parse(session)))
  return client(contract, async ({ method, url: route, body }) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const reply = await fetch(url + route, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: reply.status, body: await reply.json() }
  })
}
