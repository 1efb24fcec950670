import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { launchBrowser } from '../browser'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const inHalfAnHour = () => new Date(Date.now() + 1_800_000).toISOString()
const staff = { name: '李督', unitName: '督查组', roles: ['inspection'] }
const session = () => ({ token: 'token', expiresAt: inHalfAnHour(), me: { accountId: '0'.repeat(32), staff } })

const answers: Record<string, () => unknown> = {
  '/v1/desktop-sign-ins': () => ({ code: '00000000', check: '00', expiresAt: inHalfAnHour() }),
  '/v1/letters': () => ({ items: [] }),
}

/**
 * Gzipped bytes of each file that a desktop asks for: until the sign-in stands, and, signed in, until the first table does. The server
 * has no part in it.
 */
export async function officeFirstLoad(dist: string): Promise<{ signIn: number; letters: number }> {
  const browser = await launchBrowser()
  async function weigh(words: string, signedIn: boolean): Promise<number> {
    const tab = await browser.newPage()
    const files = new Map<string, number>()
    if (signedIn) await tab.addInitScript(`sessionStorage.setItem('session', ${JSON.stringify(JSON.stringify(session()))})`)
    await tab.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url())
      const answer = answers[pathname]
      if (answer) return route.fulfill({ json: answer() })
      const name = pathname === '/office/' ? 'index.html' : pathname.replace('/office/', '')
      const file = path.join(dist, name)
      if (!existsSync(file) || statSync(file).isDirectory()) return route.fulfill({ json: { items: [] } })
      const body = readFileSync(file)
      files.set(name, gzipSync(body).length)
      return route.fulfill({ body, contentType: types[path.extname(name)] ?? 'application/octet-stream' })
    })
    await tab.goto('https://office.invalid/office/')
    await tab.getByText(words).first().waitFor({ timeout: 20_000 })
    await tab.waitForLoadState('networkidle')
    return [...files.values()].reduce((sum, bytes) => sum + bytes, 0)
  }
  try {
    return { signIn: await weigh('扫不了', false), letters: await weigh('没有“未办完”的来信', true) }
  } finally {
    await browser.close()
  }
}
