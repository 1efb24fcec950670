import type { Attributes } from './paint'

const inPixels = (style: unknown) => String(style).replace(/(-?[\d.]+)rpx/g, 'calc($1 * var(--rpx))')

function set(element: HTMLElement, name: string, value: unknown) {
  if (value === undefined || value === null || value === '' || value === false) element.removeAttribute(name)
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? '' : String(value))
}

// States are said in words, so that `false` is heard as well.
const said = (value: unknown) => (value === true || value === false ? String(value) : value)

/** How an image fills its box, by its mode. */
const sizes: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: '100% 100%' }

/** Gives the element what a component's attributes mean for its looks and for a screen reader. */
export function dress(element: HTMLElement, attributes: Attributes) {
  const { ariaRole, ariaLabel, ariaChecked, ariaHidden, ariaDisabled } = attributes
  set(element, 'id', attributes.id)
  set(element, 'class', attributes.class)
  set(element, 'style', attributes.style ? inPixels(attributes.style) : undefined)
  set(element, 'hidden', attributes.hidden)
  set(element, 'role', ariaRole)
  set(element, 'aria-label', ariaLabel)
  set(element, 'aria-checked', said(ariaChecked))
  set(element, 'aria-hidden', said(ariaHidden))
  set(element, 'aria-disabled', said(ariaDisabled))
  if (element.localName === 'wx-button') {
    set(element, 'disabled', attributes.disabled)
    set(element, 'data-type', attributes.type)
  }
  if (element.localName === 'wx-scroll-view') {
    set(element, 'data-x', attributes.scrollX)
    set(element, 'data-y', attributes.scrollY)
  }
  if (element.localName === 'wx-image' && attributes.src) {
    element.style.backgroundImage = `url("${String(attributes.src).replace('wxfile://', '/wxfile/')}")`
    element.style.backgroundSize = sizes[String(attributes.mode)] ?? '100% 100%'
  }
  if (element.localName === 'wx-rich-text' && typeof attributes.nodes === 'string' && element.innerHTML !== attributes.nodes)
    element.innerHTML = attributes.nodes
}
