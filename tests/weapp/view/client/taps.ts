import { formValues, turn } from './control'
import { attributesOf, bubble, fire } from './events'

function press(button: HTMLElement) {
  const { openType, formType } = attributesOf(button)
  // The detail, a code, comes from WeChat itself; the runner fills it in.
  if (openType === 'getPhoneNumber') fire(button, button, 'getphonenumber', {})
  const form = button.closest<HTMLElement>('wx-form')
  if (form && formType === 'submit') fire(form, form, 'submit', { value: formValues(form) })
  if (form && formType === 'reset') fire(form, form, 'reset', {})
}

/** Clicks in Chromium become taps of the mini-program. A disabled button hears nothing. */
export function listenToTaps() {
  document.addEventListener('click', (click) => {
    const target = click.target
    if (!(target instanceof Element)) return
    const element = target.closest<HTMLElement>('[id], wx-view, wx-text, wx-button, wx-image, wx-switch')
    if (!element || element.closest('wx-button[disabled]')) return
    bubble(element, 'tap', { x: click.clientX, y: click.clientY })
    const toggle = element.closest<HTMLElement>('wx-switch')
    const button = element.closest<HTMLElement>('wx-button')
    if (toggle) turn(toggle)
    if (button) press(button)
  })
}

/** The page tells where it is scrolled to, and when its end is near (50 px, WeChat's default). */
export function listenToScrolling() {
  let nearEnd = false
  document.addEventListener('scroll', () => {
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement
    window.weappSend({ handler: 'onPageScroll', event: { scrollTop } })
    const near = scrollTop + clientHeight > scrollHeight - 50
    if (near && !nearEnd) window.weappSend({ handler: 'onReachBottom', event: {} })
    nearEnd = near
  })
}
