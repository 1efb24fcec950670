import { setAt } from '../path'
import type { Meter } from './meter'
import type { Query, World } from './world'

type Bag = Record<string, unknown>
export type Definition = Bag & { data?: Bag }

/** A page on the stack. `instance` is what the mini-program's own code knows as `this`. */
export type Page = {
  id: number
  route: string
  instance: Bag
  /** Calls a lifecycle or event handler if the page has it. */
  call: (name: string, ...args: unknown[]) => void
}

const notPlayed = {
  selectComponent: () => null,
  selectAllComponents: () => [],
  getTabBar: () => null,
  setUpdatePerformanceListener: () => undefined,
}

/** A page as WeChat makes it from what was given to `Page()`: its data copied, its setData counted and painted. */
export function page(world: World, meter: Meter, definition: Definition, id: number, route: string, query: Query): Page {
  const { realm, view, timers, failed, alive } = world
  const data: Bag = realm.own(definition.data ?? {})
  const instance: Bag = {
    ...definition,
    ...notPlayed,
    data,
    route,
    is: route,
    __route__: route,
    options: realm.own(query),
    groupSetData: (change: () => void) => change(),
    setData(patch: Bag, painted?: () => void) {
      const json = JSON.stringify(patch)
      meter.count(json)
      for (const [path, value] of Object.entries(realm.own(patch))) setAt(data, path, value)
      view.patch(id, json).then(() => {
        if (painted && alive()) timers.setTimeout(() => painted.call(instance))
      }, failed)
    },
  }
  view.open(id, route, JSON.stringify(data))
  return {
    id,
    route,
    instance,
    call(name, ...args) {
      const handler = instance[name]
      try {
        if (typeof handler === 'function') handler.apply(instance, realm.own(args))
      } catch (error) {
        failed(error)
      }
    },
  }
}
