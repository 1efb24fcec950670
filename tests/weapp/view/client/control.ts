import { attributesOf, bubble, fire } from './events'
import type { Attributes } from './paint'

type Native = HTMLInputElement | HTMLTextAreaElement
/** What was typed and sent to the logic since its last word: an answer to an older state must not overwrite a newer one. */
type State = { native: Native; placeholder: HTMLElement; given: string; sent: string[] }

const states = new WeakMap<Element, State>()
const natives: Record<string, 'input' | 'textarea'> = { 'wx-input': 'input', 'wx-textarea': 'textarea' }

export const isControl = (element: HTMLElement) => element.localName in natives || element.localName === 'wx-switch'

/** The text field inside a component. */
export const nativeOf = (element: Element): Native | undefined => states.get(element)?.native

function showPlaceholder({ native, placeholder }: State) {
  placeholder.style.visibility = native.value ? 'hidden' : 'visible'
}

function begin(element: HTMLElement): State {
  const native = document.createElement(natives[element.localName]!)
  const placeholder = document.createElement('span')
  const state: State = { native, placeholder, given: '', sent: [] }
  const tell = (type: string) => fire(element, element, type, { value: native.value, cursor: native.selectionStart ?? native.value.length })
  native.addEventListener('input', () => {
    state.sent.push(native.value)
    showPlaceholder(state)
    tell('input')
  })
  native.addEventListener('focus', () => tell('focus'))
  native.addEventListener('blur', () => tell('blur'))
  native.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && native instanceof HTMLInputElement) tell('confirm')
  })
  element.append(native, placeholder)
  states.set(element, state)
  return state
}

function field(element: HTMLElement, attributes: Attributes) {
  const state = states.get(element) ?? begin(element)
  const { native, placeholder } = state
  const limit = Number(attributes.maxlength ?? 140)
  native.disabled = attributes.disabled === true
  native.placeholder = String(attributes.placeholder ?? '')
  if (attributes.ariaLabel) native.setAttribute('aria-label', String(attributes.ariaLabel))
  if (limit >= 0) native.maxLength = limit
  else native.removeAttribute('maxlength')
  if (attributes.focus === true && document.activeElement !== native) native.focus()
  placeholder.className = `wx-placeholder ${String(attributes.placeholderClass ?? '')}`
  placeholder.style.cssText = String(attributes.placeholderStyle ?? '')
  placeholder.textContent = native.placeholder

  const value = String(attributes.value ?? '')
  const echo = state.sent.indexOf(value)
  if (echo >= 0) state.sent.splice(0, echo + 1)
  else if (value !== state.given && native.value !== value) native.value = value
  state.given = value
  showPlaceholder(state)
}

/** Paints an input, a textarea or a switch; what a person has typed wins over what the logic said before it. */
export function control(element: HTMLElement, attributes: Attributes) {
  if (element.localName in natives) return field(element, attributes)
  element.toggleAttribute('data-on', attributes.checked === true)
  if (attributes.color) element.style.setProperty('--switch', String(attributes.color))
}

/** A tap has reached a switch: it turns by itself and tells. */
export function turn(element: HTMLElement) {
  if (attributesOf(element).disabled === true) return
  const value = element.toggleAttribute('data-on')
  bubble(element, 'change', { value })
}

/** What a form hands over: its named controls. */
export function formValues(form: Element): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const element of form.querySelectorAll('wx-input, wx-textarea, wx-switch')) {
    const { name } = attributesOf(element)
    if (typeof name === 'string' && name) values[name] = nativeOf(element)?.value ?? element.hasAttribute('data-on')
  }
  return values
}
