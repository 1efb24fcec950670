import type { Attributes } from './paint'

type Bound = { handlers: Map<string, { name: string; stops: boolean }>; dataset: Record<string, unknown>; attributes: Attributes }

const bound = new WeakMap<Element, Bound>()
const attribute = /^(?:capture-)?(bind|catch):?(\w+)$/
const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Remembers which handlers of the page this component names. */
export function bind(element: Element, attributes: Attributes) {
  const handlers: Bound['handlers'] = new Map()
  const dataset: Bound['dataset'] = {}
  for (const [name, value] of Object.entries(attributes)) {
    const [, how, type] = attribute.exec(name) ?? []
    if (how && type && value) handlers.set(type.toLowerCase(), { name: String(value), stops: how === 'catch' })
    if (name.startsWith('data-')) dataset[camel(name.slice(5))] = value
  }
  bound.set(element, { handlers, dataset, attributes })
}

export const attributesOf = (element: Element): Attributes => bound.get(element)?.attributes ?? {}
export const hears = (element: Element, type: string) => bound.get(element)?.handlers.has(type) ?? false

const described = (element: HTMLElement) => ({
  id: element.id,
  dataset: bound.get(element)?.dataset ?? {},
  offsetLeft: element.offsetLeft,
  offsetTop: element.offsetTop,
})

/** Tells the page of an event on `at`; answers whether it stops there. */
export function fire(at: HTMLElement, target: HTMLElement, type: string, detail: object): boolean {
  const handler = bound.get(at)?.handlers.get(type)
  if (!handler) return false
  const event = { type, timeStamp: Math.round(performance.now()), target: described(target), currentTarget: described(at), detail }
  window.weappSend({ handler: handler.name, event: { ...event, touches: [], changedTouches: [], mark: {} } })
  return handler.stops
}

/** An event that travels outwards until a `catch` handler stops it. */
export function bubble(target: HTMLElement, type: string, detail: object) {
  for (let at: HTMLElement | null = target; at; at = at.parentElement) if (fire(at, target, type, detail)) return
}
