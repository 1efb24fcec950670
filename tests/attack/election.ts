import type { Hono } from 'hono'
import * as z from 'zod/mini'

import { toBase64url } from '../../ballot/bytes'
import { receiptOf } from '../../ballot/receipt'
import type { Instant } from '../../contract/route'
import { day, hour, later, minute } from '../../contract/time'
import { scratchBallots, scratchDatabase } from '../../functions/local/database'
import { aloud } from './aloud'
import type { Keys } from './keys'
import type { Leak } from './leaks'
import type { Said } from './links'
import { phoneOf, type Send } from './phone'
import type { Plan } from './plan'
import { enrolOn, openStage } from './stage'
import { openView } from './view'
import { watchedTable } from './watched-table'

type Step = { at: Instant; nth: number; what: 'draw' | 'cast' } | { at: Instant; what: 'sweep' | 'export' }

/** What happens, in the order of time: draws and casts, the clock and the export each midnight, the close. */
function course({ voters, opensAt, castsUntil }: Plan): Step[] {
  const theirs = voters.flatMap(({ drawAt, castAt }, nth): Step[] => [
    { at: drawAt, nth, what: 'draw' },
    { at: castAt, nth, what: 'cast' },
  ])
  const nights = Array.from({ length: 9 }, (_, nth) => later(opensAt, nth * day + 16 * hour)).flatMap((at): Step[] => [
    { at, what: 'sweep' },
    { at, what: 'export' },
  ])
  const close: Step[] = [
    { at: castsUntil, what: 'sweep' },
    { at: later(castsUntil, 10 * minute), what: 'export' },
  ]
  return [...theirs, ...nights, ...close].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The first of the first stratum, among them whose answers are exchanged, also ask the api; the others' asking shows as little, and takes as long as all the rest. */
const LOOKING = 8
const isLooking = ({ strata, voters }: Plan, nth: number) => nth < LOOKING * strata.length && voters[nth]?.stratumId === strata[0]

const Ballot = z.record(z.string(), z.unknown())

/** Holds an election from the first draw to the auditors' folder, and keeps all of it that anybody could see. */
export async function hold(plan: Plan, keys: Keys, leak: Leak = {}) {
  const { campaignId } = plan
  let now = plan.opensAt
  const view = openView()
  const see = (what: string, facts: unknown) => view.see(now, what, facts)
  see('holds the key', keys.tokenSecret)
  const [database, box] = [await scratchDatabase(), await scratchBallots()]
  await enrolOn(plan, keys, database.table)
  const [main, sealedBox] = [watchedTable(database, 'main', see), watchedTable(box, 'ballots', see)]
  const tables = { main: main.table, ballots: sealedBox.table }
  const stage = openStage(plan, keys, tables, { log: (line) => see('log', line), leak })
  const holds = async () => {
    for (const table of [main, sealedBox]) for (const item of await table.scan()) see('holds', item)
  }
  const hushed = aloud((text) => see('printed', text))
  const draws: Said[] = []
  const casts: Said[] = []
  const sealedOf = new Map<number, Uint8Array>()
  const receipts = new Set<string>()
  let refusals = 0

  const via =
    (app: Hono, to: string, said: (text: string) => void = () => {}): Send =>
    async (url, headers, body) => {
      see(`request to ${to}`, { url, headers, body })
      const response = await app.request(url, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) })
      const text = await response.text()
      see(`answer of ${to}`, { status: response.status, headers: Object.fromEntries(response.headers), text })
      said(JSON.stringify({ headers, body, text }))
      return { status: response.status, body: JSON.parse(text) as unknown }
    }
  const phones = plan.voters.map((voter, nth) =>
    phoneOf(voter, {
      release: { campaignId, tokenKey: keys.tokenPublic, sealKey: keys.sealPublic },
      session: () => stage.sessionOf(voter),
      draw: via(stage.draw, 'draw', (text) =>
        draws.push({ nth, text: `${text} ${voter.accountId} ${voter.householdId} ${stage.rollIdOf(voter)}` }),
      ),
      cast: via(stage.cast, 'cast', (text) => casts.push({ nth, text })),
      look: isLooking(plan, nth) ? via(stage.api, 'api') : undefined,
      leak,
    }),
  )
  let files = new Map<string, Uint8Array>()
  async function take(step: Step): Promise<void> {
    if (step.what === 'draw') {
      if (!(await phones[step.nth]!.draw())) refusals++
    } else if (step.what === 'cast') {
      const sealed = await phones[step.nth]!.cast()
      if (!sealed) return
      sealedOf.set(step.nth, sealed)
      receipts.add(receiptOf(campaignId, plan.voters[step.nth]!.stratumId, sealed))
    } else if (step.what === 'sweep') await stage.sweep()
    else {
      const { done, files: written } = await stage.export()
      if (written.size) files = written
      const told = [...written].map(([name, bytes]) => [name, name.endsWith('.sealed') ? bytes.length : Buffer.from(bytes).toString()])
      see('exported', { done, told })
    }
  }
  try {
    await holds()
    for (const step of course(plan)) {
      now = step.at
      stage.at(now)
      await take(step)
    }
    await holds()
    const ballots = (await sealedBox.scan()).map((item) => Ballot.parse(item))
    const texts = new Set([...sealedOf.values()].map(toBase64url))
    return {
      ...{ draws, casts, ballots, sealedOf, receipts, refusals, rollIds: plan.voters.map((voter) => stage.rollIdOf(voter)) },
      lines: view.lines({ texts, receipts }),
      files: leak.files?.(files, { hashes: ballots.map(({ h }) => String(h)), sealed: [...sealedOf] }, plan) ?? files,
    }
  } finally {
    hushed()
    for (const one of [main, sealedBox, box, database]) await one.close()
  }
}
export type Election = Awaited<ReturnType<typeof hold>>
