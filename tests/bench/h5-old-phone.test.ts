import path from 'node:path'

import type { Browser } from 'playwright-core'

import { launchBrowser } from '../browser'
import { forgetWhatIsNew } from '../old-phone'
import { openH5 } from './h5'

jest.setTimeout(60_000)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('opens on a phone whose browser lacks what came after iOS 11 and Chrome 70', async () => {
  const tab = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const errors: string[] = []
  tab.on('pageerror', ({ message }) => errors.push(message))
  await tab.addInitScript(forgetWhatIsNew)
  await openH5(tab, path.resolve('dist/h5'))
  expect(errors).toEqual([])
})
