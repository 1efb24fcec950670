import { existsSync } from 'node:fs'
import nodePath from 'node:path'

import type { FromView, View } from '../view/view'
import { barOf, manifest } from './manifest'
import { meter as newMeter } from './meter'
import type { Definition } from './page'
import { realm as newRealm } from './realm'
import { pageStack, type Stack } from './stack'
import { timers as newTimers } from './timers'
import { type Handset, listeners, type Query, type World } from './world'
import { phoneNumberDetail } from './wx/identity'
import { wx } from './wx/wx'

export type Host = ReturnType<typeof start>

/** WeChat's numbers for how a mini-program was opened: from its list, by a plain-link QR code, by a mini-program code. */
const sceneOf = (query: Query) => ('q' in query ? 1011 : 'scene' in query ? 1047 : 1001)

/** Starts the compiled mini-program: runs app.js, opens its first page, and answers how the view's events reach it. */
export function start(dist: string, handset: Handset, view: View, failed: (error: unknown) => void, query: Query, path?: string) {
  const { pages: routes } = manifest(dist)
  const launch = { path: path ?? routes[0]!, query, scene: sceneOf(query), referrerInfo: {} }
  const timers = newTimers(failed)
  const meter = newMeter()
  const definitions = new Map<string, Definition>()
  const log =
    (level: string) =>
    (...parts: unknown[]) =>
      void handset.calls.push({ name: `console.${level}`, options: parts.map(String).join(' ') })
  let alive = true
  let app: Definition = {}
  let given: Definition | undefined
  const give = (definition: Definition) => {
    given = definition
  }

  // The realm's globals need the stack and wx, and these need the realm: they are filled in once it stands.
  const globals: Record<string, unknown> = {}
  const { setTimeout, setInterval, clearTimeout, clearInterval } = timers
  const builtIn = {
    ...{ setTimeout, setInterval, clearTimeout, clearInterval },
    console: { log: log('log'), info: log('info'), debug: log('debug'), warn: log('warn'), error: log('error') },
    wx: globals,
    App: (definition: Definition) => {
      app = definition
    },
    Page: give,
    Component: give,
    Behavior: (definition: unknown) => definition,
    getApp: () => app,
    getCurrentPages: () => stack.instances(),
    requirePlugin: () => undefined,
    __wxConfig: {},
  }
  const realm = newRealm(dist, builtIn, handset.bigInt)
  const world: World = {
    ...{ handset, realm, timers, view, failed },
    alive: () => alive,
    listeners: listeners(),
    gesture: false,
    requests: new Set(),
  }
  function definitionOf(route: string) {
    const known = definitions.get(route)
    if (known) return known
    given = undefined
    realm.load(route)
    if (!given) throw new Error(`${route}.js gave nothing to Page()`)
    definitions.set(route, given)
    return given
  }
  const stack: Stack = pageStack(world, meter, routes, definitionOf)
  Object.assign(globals, wx(world, stack, launch, barOf(dist, launch.path).custom))

  const callApp = (name: string, argument?: unknown) => {
    const handler = app[name]
    if (typeof handler === 'function') handler.call(app, realm.own(argument))
  }

  async function receive({ page, handler, event }: FromView) {
    if (!alive) return
    if (event.type === 'getphonenumber') event.detail = await phoneNumberDetail(world)
    world.gesture = event.type === 'tap'
    stack.byId(page)?.call(handler, event)
    // What a tap's handler does at once or in promises that are already settled still counts as the gesture.
    setImmediate(() => {
      world.gesture = false
    })
  }
  view.listen(
    (message) => void receive(message).catch(failed),
    () => stack.back(1),
  )

  realm.load('app')
  // Taro's component for what is nested too deeply for one template.
  if (existsSync(nodePath.join(dist, 'comp.js'))) realm.load('comp')
  callApp('onLaunch', launch)
  callApp('onShow', launch)
  stack.launch(launch.path, query)

  return {
    meter,
    route: () => stack.top()?.route,
    busy: () => world.requests.size > 0,
    back: () => stack.back(1),
    /** The signal has changed. */
    tellNetwork: () =>
      world.listeners.tell(
        'NetworkStatusChange',
        realm.own({ isConnected: handset.signal !== 'none', networkType: handset.signal === 'none' ? 'none' : '4g' }),
      ),
    /** The person has put WeChat away, or taken it up again. */
    hide() {
      stack.top()?.call('onHide')
      callApp('onHide')
      world.listeners.tell('AppHide')
    },
    show() {
      callApp('onShow', launch)
      world.listeners.tell('AppShow', realm.own(launch))
      stack.top()?.call('onShow')
    },
    /** Ends it as kill -9 does: nothing of it is told. */
    kill() {
      alive = false
      timers.stop()
      stack.clear()
    },
  }
}
