import { existsSync } from 'node:fs'

import { type Browser, chromium } from 'playwright-core'

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
/** A microphone that hears a test tone; a page still has to be allowed to listen to it. */
const microphone = ['--use-fake-device-for-media-stream']
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A Chromium without a window: the one that CHROMIUM names, Debian's, or else Playwright's own. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, ...places].find((file) => file && existsSync(file))
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), headless: true, args: [...quiet, ...offline, ...microphone] })
}
