import type { Spoken } from './spoken'

type KeyPress = { key?: string; currentTarget?: EventTarget | null }

function onKeyDown({ key, currentTarget }: KeyPress) {
  if (key !== 'Enter' || !(currentTarget instanceof HTMLElement)) return
  currentTarget.click()
}

const pressable = ['button', 'switch', 'tab', 'radio']

/** The attributes that say it in a browser; what can be pressed is reached and pressed by keyboard, too. */
export function spoken({ role, label, checked, disabled, hidden, level = 2 }: Spoken): Record<string, unknown> {
  return {
    ...(role && { role }),
    // The screen's title is the only heading of the first level; what stands under it is a section's.
    ...(role === 'heading' && { 'aria-level': String(level) }),
    ...(role && pressable.includes(role) && { tabIndex: 0, onKeyDown }),
    ...(label && { 'aria-label': label }),
    ...(checked !== undefined && { [role === 'tab' ? 'aria-selected' : 'aria-checked']: String(checked) }),
    ...(disabled && { 'aria-disabled': 'true' }),
    ...(hidden && { 'aria-hidden': 'true' }),
  }
}
