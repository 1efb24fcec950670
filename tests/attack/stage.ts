import { drawApp } from '../../functions/entry/draw-app'
import { wire } from '../../functions/entry/wiring'
import type { Facts, Log } from '../../functions/platform/log'
import { jwtSessions } from '../../functions/platform/session'
import { noSms } from '../../functions/platform/sms'
import type { Table } from '../../functions/platform/table'
import { ballotBox } from '../../functions/survey/ballots'
import { castApp } from '../../functions/survey/cast'
import { surveyExports } from '../../functions/survey/exports'
import type { WindowOf } from '../../functions/survey/window'
import type { Instant } from '../../contract/route'
import { rollIdOf } from './enrol'
import type { Keys } from './keys'
import type { Leak } from './leaks'
import type { Plan, Voter } from './plan'
import { fill } from './sample'

const keysOfTheStage = { sessionKey: 'signs the sessions of this election, 32', tagKey: 'keys the tags of this election, over 32' }
/** Nobody is told anything while ballots are drawn and cast, and no file is stored: nothing listens here. */
const nowhere = 'http://127.0.0.1:9'

type Tables = { main: Table; ballots: Table }

/** Puts the sample of the election into a table, as this stage knows it. */
export const enrolOn = (plan: Plan, keys: Keys, main: Table) => fill(plan, keys, main, keysOfTheStage.tagKey)

/** The product's functions in this process over two tables. The clock stands where `at` puts it; `log` hears what any function logs. */
export function openStage(plan: Plan, keys: Keys, tables: Tables, { log, leak = {} }: { log: (line: Facts) => void; leak?: Leak }) {
  let now = plan.opensAt
  const clock = () => now
  const logged: Log = {
    info: (event, facts) => log({ event, ...facts }),
    warn: (event, facts) => log({ event, ...facts }),
    error: (event, error, facts) => log({ event, error: error instanceof Error ? error.name : 'error', ...facts }),
  }
  const { campaignId, opensAt, drawsUntil, castsUntil } = plan
  const known: WindowOf = async (id) =>
    id === campaignId ? { campaignId, opensAt, drawsUntil, castsUntil, secretKey: keys.tokenSecret } : undefined
  const windowOf = leak.windowOf?.(known) ?? known
  const draw = drawApp({ table: tables.main, keys: keysOfTheStage, windowOf, clock, log: logged })
  const put = leak.put?.(tables.ballots, clock) ?? ballotBox(tables.ballots)
  const honest = castApp({ windowOf: known, put, clock })
  const product = wire({
    settings: {
      table: tables.main.name,
      wechat: { url: nowhere, appId: 'app', secret: 'secret', pushToken: 'token' },
      templates: { villager: 'villager', staff: 'staff' },
      keys: keysOfTheStage,
      bucket: { name: 'files', url: nowhere, region: 'local', credentials: { accessKeyId: 'id', secretAccessKey: 'key' } },
    },
    ...{ table: tables.main, sms: noSms, clock, log: logged },
  })
  const sessions = jwtSessions(keysOfTheStage.sessionKey)
  const exports = surveyExports({ table: tables.main, ballots: tables.ballots })
  return {
    at: (instant: Instant) => {
      now = instant
    },
    draw,
    cast: leak.cast?.(honest, put, logged) ?? honest,
    api: product.app,
    /** What the clock has done that was due. */
    sweep: () => product.sweep(),
    /** The voter's session, as signing in would have given it. */
    sessionOf: async ({ accountId: sub, householdId: household }: Voter) =>
      (await sessions.issue({ sub, household, village: plan.villageId, tie: 'phone' }, now)).token,
    rollIdOf: (voter: Voter) => rollIdOf(plan, voter, keysOfTheStage.tagKey),
    /** What the export does now, and the files that it wrote for the auditors; it may fail, as any function may. */
    export: async () => {
      const files = new Map<string, Uint8Array>()
      try {
        const done = await exports.due(() => async (name, bytes) => void files.set(name, bytes), now)
        return { done: done.map((one) => one.done), files }
      } catch (error) {
        logged.error('export.failed', error)
        return { done: ['failed'], files }
      }
    },
  }
}
