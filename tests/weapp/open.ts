import path from 'node:path'

import { launchBrowser } from '../browser'
import { mp3 } from '../fixtures/voices/voices'
import { type Host, start } from './logic/host'
import type { Handset, Query } from './logic/world'
import { phone as phoneOf } from './phone'
import { openView, type View } from './view/view'

export type Opening = {
  /** The compiled mini-program; the product's own if left out. */
  dist?: string
  /** Where the one-machine stack listens. Without it every request fails, as without signal. */
  server?: string
  /** The address that the mini-program was built for. */
  apiUrl?: string
  /** Who holds the telephone: a person of the WeChat sandbox. */
  person?: string
  /** How it is opened: `{ q }` by a plain-link QR code, `{ scene }` by a mini-program code; values encoded as WeChat does. */
  query?: Query
  /** Another page than the first one. */
  path?: string
  storage?: Record<string, unknown>
  fontSizeSetting?: number
  /** Functions of wx that this phone's WeChat does not have. */
  unknown?: readonly string[]
  /** A phone of iOS 14 or newer, whose engine knows large numbers; otherwise it is one of the oldest. */
  bigInt?: boolean
  size?: { width: number; height: number }
  /** How long a thing may take to come to pass. */
  limitMs?: number
}

export type Running = { host: Host; view: View }

/**
 * Opens the compiled mini-program on a telephone of its own. Close it at the end of the test.
 * An error that it throws fails the next step or close(); a rejected promise that it leaves alone fails the test by jest itself.
 */
export async function openWeapp(opening: Opening = {}) {
  const { size = { width: 390, height: 844 }, limitMs = 10_000 } = opening
  const dist = path.resolve(opening.dist ?? path.join(__dirname, '../../dist/weapp'))
  const handset: Handset = {
    person: opening.person ?? '',
    server: opening.server ?? 'http://127.0.0.1:9',
    apiUrl: opening.apiUrl ?? 'http://127.0.0.1:8080',
    ...size,
    fontSizeSetting: opening.fontSizeSetting ?? 17,
    bigInt: opening.bigInt ?? false,
    signal: 'good',
    album: [],
    says: { seconds: 3, as: mp3 },
    files: new Map(),
    unknown: new Set(opening.unknown),
    refused: new Set(),
    storage: new Map(Object.entries(opening.storage ?? {}).map(([key, value]) => [key, JSON.stringify(value)])),
    calls: [],
  }
  const errors: unknown[] = []
  const failed = (error: unknown) => void errors.push(error)
  const browser = await launchBrowser()

  async function run(query: Query = {}, page?: string): Promise<Running> {
    const context = await browser.newContext({ viewport: size, deviceScaleFactor: 2, locale: 'zh-CN' })
    const view = await openView(await context.newPage(), dist, failed, handset.files)
    return { view, host: start(dist, handset, view, failed, query, page) }
  }
  try {
    return phoneOf({ handset, errors, limitMs, run, close: () => browser.close(), running: await run(opening.query, opening.path) })
  } catch (error) {
    await browser.close()
    throw error
  }
}
