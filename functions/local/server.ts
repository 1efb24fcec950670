import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

import { drawApp } from '../entry/draw-app'
import { wire } from '../entry/wiring'
import { RAW } from '../media'
import { openCalendar } from '../calendar'
import { loadRoster } from '../pairing/roster/load'
import { ids } from '../pairing/roster/merge'
import { systemClock } from '../platform/clock'
import type { Log } from '../platform/log'
import { PUSH_PATH } from '../platform/wechat-push'
import { tagger } from '../platform/tag'
import { ballotBox } from '../survey/ballots'
import { castApp } from '../survey/cast'
import { surveyExports } from '../survey/exports'
import { days2026 } from '../../tests/fixtures/minle/calendar'
import { generateMinle } from '../../tests/fixtures/minle/generate'
import { minlePersons } from '../../tests/fixtures/minle/persons'
import { township } from '../../tests/fixtures/minle/places'
import { diskBlobs, diskBucket } from './blobs/blobs'
import { type Database, openBallots, openDatabase } from './database'
import { demoPeople } from './demo-people'
import { exportFolder, shelfIn } from './export-folder'
import { keptSecrets } from './keys'
import { keptWindows } from './kept-windows'
import type { Progress } from './progress'
import { sandboxApp, wechatSandbox } from './sandbox/sandbox'
import { sandboxSms } from './sandbox/sms'
import { sandboxTemplates } from './sandbox/templates'
import { playStream } from './stream'
import { openDemoSurvey } from './survey-demo'

const built = (target: string) => path.resolve(__dirname, '..', '..', 'dist', target)

type Options = { port: number; dataDir: string; log: Log; progress: Progress }

/** Answered by the function that draws; serverless.yml names them too. */
const drawDoors = ['/v1/ballot-draws', '/v1/telephone-draws', '/v1/sheet-packs']

const SWEEP_EVERY_MS = 1000
/** A deployed stage exports at midnight; here somebody waits for it. */
const EXPORT_EVERY_MS = 600_000

const isEmpty = async ({ table: { client, name } }: Database) =>
  (await client.send(new ScanCommand({ TableName: name, Limit: 1 }))).Count === 0

/** Minle town, where nothing is loaded yet or where loading it was cut short. A roster that an office has loaded is left alone. */
async function ensureFixture(
  database: Database,
  { dataDir, progress }: Pick<Options, 'dataDir' | 'progress'>,
  tagKey: string,
): Promise<void> {
  const underWay = path.join(dataDir, 'fixture-under-way')
  if (!existsSync(underWay) && !(await isEmpty(database))) return
  writeFileSync(underWay, '')
  const folder = mkdtempSync(path.join(tmpdir(), 'minle-'))
  try {
    await generateMinle(folder)
    const { faultCount } = await loadRoster(folder, { table: database.table, tag: tagger(tagKey), progress }, { apply: true })
    if (faultCount) throw new Error('the fixture does not pass its own import')
    await openCalendar(database.table).enter('2026', { version: 0, days: days2026, by: township }, systemClock())
    const villagers = minlePersons.flatMap(({ householdCode }) => householdCode ?? []).slice(0, 2)
    const town = { table: database.table, tag: tagger(tagKey), dataDir, officeId: ids.unit('BL00') }
    await openDemoSurvey({ ...town, invite: villagers.map(ids.household) }, systemClock())
    rmSync(underWay)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A browser build under `at`: hashed files for ever, the page itself fresh each time. */
function pages(folder: string, at: string): Hono {
  const app = new Hono()
  const page = path.join(folder, 'index.html')
  app.get(at, (c) => (existsSync(page) ? c.html(readFileSync(page, 'utf8')) : c.text('页面还没有编译:请用 npm start 启动。', 503)))
  app.use(
    `${at}*`,
    serveStatic({
      root: path.relative(process.cwd(), folder) || '.',
      rewriteRequestPath: (asked) => asked.slice(at.length - 1),
      onFound: (_, c) => c.header('cache-control', 'max-age=31536000, immutable'),
    }),
  )
  return app
}

/** Everything on one machine: database on disk, the functions, their timer and stream, WeChat's sandbox, the phone's pages. */
export async function startServer({ port, dataDir, log, progress }: Options) {
  const database = await openDatabase(dataDir)
  const ballots = await openBallots(dataDir)
  const secrets = keptSecrets(dataDir)
  await ensureFixture(database, { dataDir, progress }, secrets.tagKey)
  const people = await demoPeople(database.table, tagger(secrets.tagKey))

  const wechatUrl = () => `http://127.0.0.1:${port}/sandbox/api`
  const { villager, staff } = sandboxTemplates
  const blobs = diskBlobs({
    folder: path.join(dataDir, 'blobs'),
    secret: secrets.blobSecret,
    clock: systemClock,
    onUpload: (key) => void product.uploaded(key).catch((error: unknown) => log.error('upload.failed', error)),
  })
  const settings = {
    table: database.table.name,
    wechat: { url: wechatUrl(), appId: sandboxApp.appId, secret: sandboxApp.secret, pushToken: secrets.pushToken },
    templates: { villager: villager.id, staff: staff.id },
    keys: secrets,
    bucket: diskBucket(`http://127.0.0.1:${port}/blobs`, secrets.blobSecret),
  }
  const product = wire({ settings, table: database.table, sms: sandboxSms(wechatUrl()), clock: systemClock, log })
  playStream(database.table, (key) => void product.dispatch(key).catch((error: unknown) => log.error('stream.failed', error)))
  let sweeping = Promise.resolve(0)
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => product.sweep()).catch((error: unknown) => (log.error('sweep.failed', error), 0))
  }, SWEEP_EVERY_MS)

  // Two functions of their own, as in a deployed stage: each is given what it needs and nothing else.
  const windowOf = keptWindows(dataDir)
  const keys = { sessionKey: secrets.sessionKey, tagKey: secrets.tagKey }
  const draw = drawApp({ table: database.table, keys, windowOf, clock: systemClock, log })
  const cast = castApp({ windowOf, put: ballotBox(ballots.table), clock: systemClock })
  const exports = surveyExports({ table: database.table, ballots: ballots.table })
  let exported = Promise.resolve()
  const publish = () => {
    exported = exported.then(async () => void (await exports.due(shelfIn(exportFolder(dataDir)), systemClock())))
    exported = exported.catch((error: unknown) => log.error('export.failed', error))
  }
  const exporter = setInterval(publish, EXPORT_EVERY_MS)

  const app = new Hono()
  const push = { url: () => `http://127.0.0.1:${port}${PUSH_PATH}`, token: secrets.pushToken }
  app.route('/', wechatSandbox({ people, clock: systemClock, file: path.join(dataDir, 'sandbox.jsonl'), push }))
  app.route('/blobs', blobs.app)
  app.all(PUSH_PATH, (c) => product.app.fetch(c.req.raw))
  app.all('/v1/ballots', (c) => cast.fetch(c.req.raw))
  for (const door of drawDoors) app.all(door, (c) => draw.fetch(c.req.raw))
  app.all('/v1/*', (c) => product.app.fetch(c.req.raw))
  app.get('/openapi.json', (c) => product.app.fetch(c.req.raw))
  app.get('/office', (c) => c.redirect('/office/'))
  app.route('/', pages(built('office-demo'), '/office/'))
  app.route('/', pages(built('h5'), '/'))
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await new Promise<void>((resolve, reject) => server.once('error', reject).once('listening', resolve))
  const { port: taken } = server.address() as AddressInfo
  // What was uploaded when the machine stopped has not been looked at.
  await blobs.tellAgain(RAW)

  return {
    url: `http://127.0.0.1:${taken}`,
    people,
    close: async () => {
      clearInterval(timer)
      clearInterval(exporter)
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await sweeping
      await exported
      await ballots.close()
      await database.close()
    },
  }
}
