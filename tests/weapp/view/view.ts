import { setTimeout as pause } from 'node:timers/promises'

import type { Page as Tab } from 'playwright-core'

import { barOf } from '../logic/manifest'
import type { Asked } from './client/measure'
import { origin, serveFiles } from './files'

/** An event that the view has sent to a page of the logic. */
export type FromView = { page: number; handler: string; event: Record<string, unknown> }

/** The painted side. Everything it is told happens in the order in which it was told. */
export type View = Awaited<ReturnType<typeof openView>>

type Message = { handler: string; event: Record<string, unknown> } | { answer: string } | { back: true }

/** Paints the mini-program in `dist` into a tab of Chromium. */
export async function openView(tab: Tab, dist: string, failed: (error: unknown) => void, files: ReadonlyMap<string, Buffer>) {
  let listener: (message: FromView) => void = () => undefined
  let goBack: () => void = () => undefined
  let answered: (words: string) => void = () => undefined
  let shown: number | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const routes = new Map<number, string>()
  let toastTimer: NodeJS.Timeout | undefined

  const frameOf = (id: number) => tab.frame({ name: `page-${id}` })
  /** Does it after all that went before; what was asked of a page that has been closed is left out. */
  function then<Result>(perform: () => Promise<Result>): Promise<Result> {
    const done = queue.then(perform)
    queue = done.catch(failed)
    return done
  }

  tab.on('pageerror', (error) => failed(new Error(`in the view: ${error.stack ?? error.message}`)))
  await tab.route((url) => url.origin === origin, serveFiles(dist, files))
  await tab.exposeBinding('weappSend', ({ frame }, message: Message) => {
    if ('answer' in message) answered(message.answer)
    else if ('back' in message) goBack()
    else listener({ page: Number(frame.name().replace('page-', '')), ...message })
  })
  await tab.goto(`${origin}/`)

  return {
    tab,
    listen(heard: (message: FromView) => void, back: () => void) {
      listener = heard
      goBack = back
    },
    /** The documents within reach of a finger: an open dialogue alone, or the page and then the bar above it. */
    async front() {
      const dialogue = await tab.evaluate(() => document.querySelector('#dialogue.open') !== null)
      const frame = dialogue || shown === undefined ? null : frameOf(shown)
      return frame ? [frame, tab.mainFrame()] : [tab.mainFrame()]
    },
    /** Resolves when the logic has heard what the view has sent so far, and the view shows what it made of it at once. */
    async answered() {
      await tab.evaluate(() => undefined)
      await pause(0)
      await queue
    },
    painted: () => then(async () => undefined),
    open(id: number, route: string, json: string) {
      routes.set(id, route)
      void then(async () => {
        await tab.evaluate(([opened, path]) => window.weappShell.open(opened, path), [id, route] as const)
        await frameOf(id)?.evaluate(([path, data]) => window.weappPage.start(path, data), [route, json] as const)
      })
    },
    patch: (id: number, json: string) => then(async () => frameOf(id)?.evaluate((patch) => window.weappPage.patch(patch), json)),
    show(id: number, canGoBack: boolean) {
      const { title, custom } = barOf(dist, routes.get(id) ?? '')
      void then(async () => {
        await tab.evaluate((args) => window.weappShell.show(...args), [id, title, custom, canGoBack] as [number, string, boolean, boolean])
        shown = id
      })
    },
    close(id: number) {
      routes.delete(id)
      void then(() => tab.evaluate((closed) => window.weappShell.close(closed), id))
    },
    measure: (id: number, asked: Asked[]) =>
      then(async () => (await frameOf(id)?.evaluate((questions) => window.weappPage.measure(questions), asked)) ?? asked.map(() => null)),
    scroll: (id: number, to: string | number) => then(async () => frameOf(id)?.evaluate((target) => window.weappPage.scroll(target), to)),
    title: (text: string) => void then(() => tab.evaluate((shownText) => window.weappShell.title(shownText), text)),
    toast(text: string, ms?: number) {
      clearTimeout(toastTimer)
      void then(() => tab.evaluate((shownText) => window.weappShell.toast(shownText), text))
      if (ms) toastTimer = setTimeout(() => void then(() => tab.evaluate(() => window.weappShell.toast(''))), ms)
    },
    /** Opens a dialogue of WeChat's own and resolves to the words that the person taps. */
    ask: (title: string, content: string, buttons: string[]) =>
      new Promise<string>((resolve) => {
        answered = resolve
        void then(() => tab.evaluate((args) => window.weappShell.ask(...args), [title, content, buttons] as [string, string, string[]]))
      }),
    /** Everything that can be read now, WeChat's own words included. */
    async text() {
      const frame = shown === undefined ? null : frameOf(shown)
      const texts = [frame, tab.mainFrame()].map((each) => each?.evaluate(() => window.weappText()))
      return (await Promise.all(texts)).join('\n')
    },
    stop: () => clearTimeout(toastTimer),
  }
}
