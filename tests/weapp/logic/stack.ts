import type { Definition, Page } from './page'
import { page } from './page'
import type { Meter } from './meter'
import type { Query, World } from './world'
import { Refusal } from './wx/call'

/** WeChat opens no more pages than this on top of each other. */
const MOST_PAGES = 10

const decoded = (text: string) => decodeURIComponent(text)

/** The path and query of `/pages/home/screen?a=1`. As in WeChat, a page reads its query undecoded. */
function parse(url: string): { route: string; query: Query } {
  const [route = '', search = ''] = url.split('?')
  const pairs = search.split('&').filter(Boolean)
  const query = Object.fromEntries(pairs.map((pair) => [decoded(pair.split('=')[0]!), pair.slice(pair.indexOf('=') + 1)]))
  return { route: route.replace(/^\//, ''), query }
}

/** The pages on top of each other, and the ways between them. `definitionOf` runs a page's script and answers what it gave to Page(). */
export function pageStack(world: World, meter: Meter, routes: readonly string[], definitionOf: (route: string) => Definition) {
  const pages: Page[] = []
  const { view, timers } = world
  let lastId = 0
  const top = () => pages.at(-1)

  function push(route: string, query: Query) {
    const opened = page(world, meter, definitionOf(route), ++lastId, route, query)
    pages.push(opened)
    opened.call('onLoad', query)
    opened.call('onShow')
    view.show(opened.id, pages.length > 1)
    view.painted().then(() => timers.setTimeout(() => opened.call('onReady')), world.failed)
  }
  function pop() {
    const closed = pages.pop()
    if (!closed) return
    closed.call('onUnload')
    view.close(closed.id)
  }
  function known(url: unknown) {
    const current = top()?.route ?? ''
    const absolute = String(url).startsWith('/') ? String(url) : `${current.slice(0, current.lastIndexOf('/') + 1)}${String(url)}`
    const target = parse(absolute)
    if (!routes.includes(target.route)) throw new Refusal(`page "${target.route}" is not found`)
    return target
  }

  return {
    top,
    instances: () => pages.map(({ instance }) => instance),
    byId: (id: number) => pages.find((one) => one.id === id),
    launch: push,
    open(url: unknown) {
      const { route, query } = known(url)
      if (pages.length >= MOST_PAGES) throw new Refusal('webview count limit exceed')
      top()?.call('onHide')
      push(route, query)
    },
    replace(url: unknown) {
      const { route, query } = known(url)
      pop()
      push(route, query)
    },
    restart(url: unknown) {
      const { route, query } = known(url)
      while (pages.length) pop()
      push(route, query)
    },
    back(delta: number) {
      if (pages.length < 2) throw new Refusal('cannot navigate back at first page.')
      for (let left = Math.min(delta, pages.length - 1); left > 0; left--) pop()
      const shown = top()!
      view.show(shown.id, pages.length > 1)
      shown.call('onShow')
    },
    clear: () => void pages.splice(0),
  }
}
export type Stack = ReturnType<typeof pageStack>
