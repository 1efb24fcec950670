import { accounts } from '../../functions/account'
import { drawApp } from '../../functions/entry/draw-app'
import { type Database, scratchBallots, scratchDatabase } from '../../functions/local/database'
import type { Facts, Log } from '../../functions/platform/log'
import { jwtSessions } from '../../functions/platform/session'
import type { Table } from '../../functions/platform/table'
import { ballotBox } from '../../functions/survey/ballots'
import { castApp } from '../../functions/survey/cast'
import { type Exported, exporting } from '../../functions/survey/export'
import { digestStore } from '../../functions/survey/digests'
import { publishedReceipts } from '../../functions/survey/published-receipts'
import type { WindowOf } from '../../functions/survey/window'
import type { Instant } from '../../contract/route'
import type { Keys } from './keys'
import type { Leak } from './leaks'
import type { Plan, Voter } from './plan'
import { enrol, rollIdOf } from './enrol'
import { frozenOf } from './frozen'

export const settings = { sessionKey: 'signs the sessions of this election, 32', tagKey: 'keys the tags of this election, over 32' }

type Tables = { main: Table; ballots: Table }

/**
 * The survey's functions in this process over two databases of their own, with the sample enrolled. The clock stands where `at` puts
 * it; `log` hears what any function logs. `seen` may put a client of its own before the tables.
 */
export async function openStage(
  plan: Plan,
  keys: Keys,
  { log, seen, leak = {} }: { log: (line: Facts) => void; seen: (main: Database, ballots: Database) => Tables; leak?: Leak },
) {
  const main = await scratchDatabase()
  const box = await scratchBallots()
  await enrol(plan, main.table, settings.tagKey)
  const tables = seen(main, box)
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
  const draw = drawApp({ table: tables.main, keys: settings, windowOf: leak.windowOf?.(known) ?? known, clock, log: logged })
  const put = leak.put?.(tables.ballots, clock) ?? ballotBox(tables.ballots)
  const honest = castApp({ windowOf: known, put, clock })
  const sessions = jwtSessions(settings.sessionKey)
  const people = accounts(main.table)
  const exported: Exported = { campaignId, opensAt, castsUntil }
  const publish = exporting({
    ...{ ballots: tables.ballots, digests: digestStore(tables.main), published: publishedReceipts(tables.main) },
    besideOf: async () => ({ frozen: frozenOf(plan, keys), strata: plan.strata.map((id) => ({ id, drew: drewIn(plan, id), sheets: 0 })) }),
  })
  return {
    at: (instant: Instant) => {
      now = instant
    },
    draw,
    cast: leak.cast?.(honest, put, logged) ?? honest,
    /** The voter's session, as signing in would have given it. */
    sessionOf: async (voter: Voter) => {
      const account = await people.get(voter.accountId)
      const household = { household: voter.householdId, village: plan.villageId, tie: 'phone' as const }
      return (await sessions.issue({ sub: account?.id ?? voter.accountId, ...household }, now)).token
    },
    rollIdOf: ({ householdId }: Voter) => rollIdOf(plan, householdId, settings.tagKey),
    /** What the export does now; the files that it wrote for the auditors. */
    export: async () => {
      const files = new Map<string, Uint8Array>()
      const done = await publish(exported, async (name, bytes) => void files.set(name, bytes), now)
      return { done, files }
    },
    close: async () => {
      await box.close()
      await main.close()
    },
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>

const drewIn = ({ voters }: Plan, id: string) => voters.filter(({ stratumId }) => stratumId === id).length
