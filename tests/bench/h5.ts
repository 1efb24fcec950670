import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import type { Page as Tab } from 'playwright-core'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/**
 * Opens the browser's build in `tab` until something can be read. The server has no part in it: its routes do not answer, as without
 * signal. `asked` learns of each file that the page loads.
 */
export async function openH5(tab: Tab, dist: string, asked: (name: string, body: Buffer) => void = () => undefined) {
  await tab.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    const file = path.join(dist, name)
    if (!existsSync(file) || statSync(file).isDirectory()) return route.abort()
    const body = readFileSync(file)
    asked(name, body)
    return route.fulfill({ body, contentType: types[path.extname(name)] ?? 'application/octet-stream' })
  })
  // Somebody is chosen, or the page would go to the picker of the WeChat sandbox.
  await tab.goto('http://h5.invalid/?as=nobody', { waitUntil: 'networkidle' })
  await tab
    .getByText(/\p{Script=Han}/u)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 10_000 })
}
