import type { Asked } from '../../view/client/measure'
import type { World } from '../world'

type Told = (result: unknown) => void

/** wx.createSelectorQuery, answered by what Chromium has painted for this page. */
export function selectorQuery({ realm, timers, view, failed }: World, pageId: () => number | undefined) {
  const asked: Asked[] = []
  const told: (Told | undefined)[] = []
  let selector = ''
  let all = false
  const ask = (fields: Asked['fields'], callback?: Told) => {
    asked.push({ selector, all, fields })
    told.push(callback)
    return query
  }
  const choose = (chosen: string, every: boolean) => {
    selector = chosen
    all = every
    return query
  }
  const query = {
    in: () => query,
    select: (chosen: string) => choose(chosen, false),
    selectAll: (chosen: string) => choose(chosen, true),
    selectViewport: () => choose('', false),
    boundingClientRect: (callback?: Told) => ask(['rect', 'id', 'dataset'], callback),
    scrollOffset: (callback?: Told) => ask(['scroll'], callback),
    fields: (wanted: Record<string, unknown>, callback?: Told) => {
      const names = { rect: wanted.rect || wanted.size, scroll: wanted.scrollOffset, id: wanted.id, dataset: wanted.dataset }
      return ask(
        (Object.keys(names) as (keyof typeof names)[]).filter((name) => names[name]),
        callback,
      )
    },
    exec(callback?: (results: unknown[]) => void) {
      const id = pageId()
      const measured = id === undefined ? Promise.resolve(asked.map(() => null)) : view.measure(id, asked)
      measured.then((results) => {
        const own = realm.own(results)
        timers.setTimeout(() => {
          own.forEach((result, index) => told[index]?.(result))
          callback?.(own)
        })
      }, failed)
      return query
    },
  }
  return query
}
