import { mkdirSync } from 'node:fs'
import path from 'node:path'

import type { Browser, Locator } from 'playwright-core'

import { until } from '../weapp/until'
import type { Person, Sandbox } from './sandbox'

const SIZE = { width: 390, height: 844 }
const LIMIT_MS = 10_000
const folder = path.resolve(__dirname, '../../.local/failures')
const pressable = ['button', 'tab', 'radio', 'switch'] as const

export type Phone = Awaited<ReturnType<typeof phoneIn>>

/** A telephone with the product in its browser, held by `person`. */
export async function phoneIn(browser: Browser, url: string, sandbox: Sandbox, person: Person) {
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN' })
  context.setDefaultTimeout(LIMIT_MS)
  const page = await context.newPage()
  const errors: Error[] = []
  const dialled: string[] = []
  const sent: { url: string; body: unknown }[] = []
  page.on('pageerror', (error) => errors.push(error))
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/v1/'))
      sent.push({ url: new URL(request.url()).pathname, body: request.postDataJSON() })
  })
  // Chromium would ask its user which telephone to use, and take no click until they answer.
  await page.exposeFunction('dial', (to: string) => void dialled.push(to))
  await page.addInitScript(`navigation.addEventListener('navigate', (event) => {
    const to = event.destination.url
    if (!to.startsWith('tel:')) return
    event.preventDefault()
    dial(to.slice('tel:'.length))
  })`)

  /** Screens under the one in front stay in the document, out of sight. */
  const front = (locator: Locator) => locator.filter({ visible: true }).first()
  const control = (name: string | RegExp) => {
    const exact = typeof name === 'string'
    const [first, ...others] = pressable.map((role) => page.getByRole(role, { name, exact }))
    return front(others.reduce((either, other) => either.or(other), first!))
  }

  /** Does one thing; where it cannot be done, says what was on the screen and leaves its picture. */
  async function step<Result>(what: string, perform: () => Promise<Result>): Promise<Result> {
    try {
      const result = await perform()
      if (errors.length > 0) throw errors[0]
      return result
    } catch (cause) {
      mkdirSync(folder, { recursive: true })
      const picture = path.join(folder, `${`${person.label} ${what}`.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`)
      await page.screenshot({ path: picture }).catch(() => undefined)
      const text = await page
        .locator('body')
        .innerText()
        .catch(() => '')
      throw new Error(
        `${person.label}: ${what}\n${cause instanceof Error ? cause.message : ''}\n\non the screen:\n${text}\n\npicture: ${picture}`,
        { cause },
      )
    }
  }

  const phone = {
    person,
    sandbox,
    /** Opens the product, on a screen if one is named. */
    open: (screen = '') =>
      step(`open ${screen}`, async () => void (await page.goto(`${url}/?as=${encodeURIComponent(person.id)}${screen && `#/${screen}`}`))),
    reload: () => step('reload', async () => void (await page.reload())),
    tap: (name: string | RegExp) => step(`tap ${name}`, () => control(name).click()),
    type: (label: string, text: string) =>
      step(`type into ${label}`, () => front(page.getByLabel(label, { exact: true }).locator('input, textarea')).fill(text)),
    see: (text: string | RegExp) => step(`see ${text}`, () => front(page.getByText(text)).waitFor()),
    seeNoMore: (text: string | RegExp) =>
      step(`no longer see ${text}`, () =>
        until(async () => ((await page.getByText(text).filter({ visible: true }).count()) === 0 ? true : undefined), LIMIT_MS),
      ),
    sees: async (text: string | RegExp) => (await page.getByText(text).filter({ visible: true }).count()) > 0,
    /** Waits until one of these is to be seen, and says which. */
    seeEither: (...texts: string[]) =>
      step(`see ${texts.join(' or ')}`, () =>
        until(async () => {
          for (const text of texts) if (await phone.sees(text)) return text
          return undefined
        }, LIMIT_MS),
      ),
    /** All that can be read. */
    text: () => page.locator('body').innerText(),
    offline: (away: boolean) => context.setOffline(away),
    /** The numbers that were to be called, the last one last. */
    dialled: (times: number) => until(async () => (dialled.length >= times ? dialled : undefined), LIMIT_MS),
    /** What this telephone has sent to a route, oldest first. */
    sent: (route: string) => sent.filter(({ url: to }) => to === route),
    page,
    close: () => context.close(),
  }
  return phone
}
