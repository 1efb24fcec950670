import { hears } from './events'

const spokenByThemselves = ['wx-button', 'wx-input', 'wx-textarea', 'wx-switch']

function isUnspoken(element: HTMLElement): boolean {
  const name = element.getAttribute('aria-label') || element.innerText.trim()
  const hasRole = element.hasAttribute('role') || spokenByThemselves.includes(element.localName)
  return !name || !hasRole
}

/**
 * What can be tapped on this page but would be passed over, or read out without a name, by a screen reader. Taro binds taps to many
 * a component that only wraps others, so what has tappable things inside does not count.
 */
export function unspoken(): string[] {
  const tappable = [...document.querySelectorAll<HTMLElement>('#wx-page *')].filter((element) => hears(element, 'tap'))
  return tappable
    .filter((element) => !tappable.some((other) => other !== element && element.contains(other)))
    .filter((element) => element.getClientRects().length > 0 && element.getAttribute('aria-hidden') !== 'true')
    .filter(isUnspoken)
    .map((element) => `${element.localName} ${element.className} ${element.innerText.trim().slice(0, 20)}`)
}
