import type { Spoken } from './spoken'

/** The attributes that say it in WeChat. */
export function spoken({ role, label, checked, disabled, hidden }: Spoken): Record<string, unknown> {
  return {
    ...(role && { ariaRole: role }),
    ...(label && { ariaLabel: label }),
    ...(checked !== undefined && { ariaChecked: checked }),
    ...(disabled && { ariaDisabled: true }),
    ...(hidden && { ariaHidden: true }),
  }
}
