import { hears } from './events'

/** What a name has led to: one element to use, or how many there are to choose from. */
export type Found = { element: HTMLElement | null; count: number }

const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '')

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
}

/** Whether a finger on the middle of the element would meet it and nothing above it. */
function isOnTop(element: HTMLElement): boolean {
  element.scrollIntoView({ block: 'nearest' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const met = document.elementFromPoint(left + width / 2, top + height / 2)
  return met !== null && (element.contains(met) || met.contains(element))
}

const innermost = (elements: HTMLElement[]) =>
  elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)))

/** What a finger on this element works on: the nearest thing around it that hears a tap. */
function actor(element: HTMLElement): HTMLElement | undefined {
  for (let at: HTMLElement | null = element; at; at = at.parentElement)
    if (hears(at, 'tap') || at.localName === 'wx-switch' || at.localName === 'wx-button' || at.localName === 'button') return at
  return undefined
}

function choose(candidates: HTMLElement[], nth: number | undefined): Found {
  const reachable = candidates.length > 1 ? candidates.filter(isOnTop) : candidates
  const active = reachable.filter(actor)
  const seen = new Set<HTMLElement>()
  const distinct = (active.length ? active : reachable).filter((element) => {
    const acting = actor(element) ?? element
    return !seen.has(acting) && seen.add(acting)
  })
  const element = nth === undefined ? (distinct.length === 1 ? distinct[0] : undefined) : distinct[nth]
  return { element: element ?? null, count: distinct.length }
}

function toTap(name: string, nth: number | undefined): Found {
  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isVisible)
  const labelled = (fits: (label: string) => boolean) => all.filter((element) => fits(squeezed(element.getAttribute('aria-label'))))
  const showing = (fits: (text: string) => boolean) => innermost(all.filter((element) => fits(squeezed(element.innerText))))
  const exactly = (text: string) => text === name
  const partly = (text: string) => text.includes(name)
  for (const candidates of [labelled(exactly), showing(exactly), [...new Set([...labelled(partly), ...showing(partly)])]])
    if (candidates.length) return choose(candidates, nth)
  return { element: null, count: 0 }
}

/** A field is known by its label or placeholder, or by the words that stand beside it. */
function toType(name: string, nth: number | undefined): Found {
  const fields = [...document.querySelectorAll<HTMLElement>('input, textarea')].filter(isVisible)
  const words = (field: HTMLElement) => [squeezed(field.getAttribute('aria-label')), squeezed(field.getAttribute('placeholder'))]
  const beside = (field: HTMLElement) => {
    let around: HTMLElement = field
    while (around.parentElement && around.parentElement.querySelectorAll('input, textarea').length === 1) around = around.parentElement
    return squeezed(around.innerText).includes(name)
  }
  const tests = [
    (field: HTMLElement) => words(field).includes(name),
    (field: HTMLElement) => words(field).some((text) => text.includes(name)),
    beside,
  ]
  for (const test of tests) {
    const candidates = fields.filter(test)
    if (candidates.length)
      return { element: (nth === undefined && candidates.length > 1 ? null : candidates[nth ?? 0]) ?? null, count: candidates.length }
  }
  return { element: null, count: 0 }
}

/** The element that a person would mean by `name`: its label, its text, or a part of them; blanks do not count. */
export function find(name: string, purpose: 'tap' | 'type', nth?: number): Found {
  return purpose === 'tap' ? toTap(squeezed(name), nth) : toType(squeezed(name), nth)
}

/** Everything that can be read on the screen, what was typed included. */
export function text(): string {
  const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value)
  return [document.body.innerText, ...typed].join('\n')
}
