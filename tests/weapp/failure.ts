import { mkdirSync } from 'node:fs'
import path from 'node:path'

import type { View } from './view/view'

const folder = path.resolve(__dirname, '../../.local/failures')

/** The name of the running jest test; the runner also works outside of jest. */
const testName = () => (typeof expect === 'function' ? expect.getState().currentTestName : undefined) ?? 'weapp'

/** An error that says what was on the screen, and leaves its picture. */
export async function failure(what: string, cause: unknown, view: View): Promise<Error> {
  mkdirSync(folder, { recursive: true })
  const picture = path.join(folder, `${testName().replace(/[^\p{L}\p{N}]+/gu, '-')}.png`)
  await view.tab.screenshot({ path: picture }).catch(() => undefined)
  const text = await view.text().catch(() => '(nothing)')
  const because = typeof cause === 'object' && cause && 'message' in cause ? String(cause.message) : String(cause)
  return new Error(`${what}: ${because}\n\non the screen:\n${text.replace(/\n+/g, '\n')}\n\npicture: ${picture}`, { cause })
}
