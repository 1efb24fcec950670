import { DesktopCode } from '../../../contract/desktop'

/** The desktop's code in what a scan or a launch gave, the page's address with `code=…`, or the signs alone; undefined if there is none. */
export function codeIn(text: string): string | undefined {
  const inAddress = /[?&]code=([0-9A-Za-z]+)/.exec(text)?.[1]
  const found = DesktopCode.safeParse(inAddress ?? text)
  return found.success ? found.data : undefined
}

/** The code in two groups, as it stands on the desktop's screen. */
export const grouped = (typed: string) => {
  const signs = typed.replace(/[\s-]/g, '').toUpperCase().slice(0, 8)
  return signs.length > 4 ? `${signs.slice(0, 4)} ${signs.slice(4)}` : signs
}
