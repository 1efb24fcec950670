import type { Hono } from 'hono'
import * as z from 'zod/mini'

import type { Instant } from '../../contract/route'
import { day, hour, later, minute } from '../../contract/time'
import type { Keys } from './keys'
import type { Leak } from './leaks'
import type { Said } from './links'
import { phoneOf, type Send } from './phone'
import type { Plan } from './plan'
import { openStage } from './stage'
import { openView } from './view'
import { watchedTable } from './watched-table'

type Step = { at: Instant; nth: number; what: 'draw' | 'cast' } | { at: Instant; what: 'export' }

/** What happens, in the order of time: draws and casts, the export each midnight, the close. */
function course({ voters, opensAt, castsUntil }: Plan): Step[] {
  const theirs = voters.flatMap(({ drawAt, castAt }, nth): Step[] => [
    { at: drawAt, nth, what: 'draw' },
    { at: castAt, nth, what: 'cast' },
  ])
  const nights = Array.from({ length: 9 }, (_, nth): Step => ({ at: later(opensAt, nth * day + 16 * hour), what: 'export' }))
  const close: Step = { at: later(castsUntil, 10 * minute), what: 'export' }
  return [...theirs, ...nights, close].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const Ballot = z.record(z.string(), z.unknown())

/** Holds an election from the first draw to the auditors' folder, and keeps all of it that anybody could see. */
export async function hold(plan: Plan, keys: Keys, leak: Leak = {}) {
  let now = plan.opensAt
  const view = openView()
  const see = (what: string, facts: unknown) => view.see(now, what, facts)
  const watched: ReturnType<typeof watchedTable>[] = []
  const stage = await openStage(plan, keys, {
    log: (line) => see('log', line),
    seen: (main, ballots) => {
      const [theirs, sealed] = [watchedTable(main, 'main', see), watchedTable(ballots, 'ballots', see)]
      watched.push(theirs, sealed)
      return { main: theirs.table, ballots: sealed.table }
    },
    leak,
  })
  const unlogged = loud((text) => see('printed', text))
  const draws: Said[] = []
  const casts: Said[] = []
  const sealedOf = new Map<number, Uint8Array>()
  const receipts = new Set<string>()
  let refusals = 0

  const via =
    (app: Hono, to: string, said: (text: string) => void): Send =>
    async (url, headers, body) => {
      see(`request to ${to}`, { url, headers, body })
      const response = await app.request(url, { method: 'POST', headers, body: JSON.stringify(body) })
      const text = await response.text()
      see(`answer of ${to}`, { status: response.status, headers: Object.fromEntries(response.headers), text })
      said(JSON.stringify({ headers, body, text }))
      return { status: response.status, body: JSON.parse(text) as unknown }
    }
  const phones = plan.voters.map((voter, nth) =>
    phoneOf(voter, {
      release: { campaignId: plan.campaignId, tokenKey: keys.tokenPublic, sealKey: keys.sealPublic },
      session: () => stage.sessionOf(voter),
      draw: via(stage.draw, 'draw', (text) => draws.push({ nth, text: `${text} ${voter.accountId} ${voter.householdId} ${stage.rollIdOf(voter)}` })),
      cast: via(stage.cast, 'cast', (text) => casts.push({ nth, text })),
      leak,
    }),
  )
  let files = new Map<string, Uint8Array>()
  try {
    for (const step of course(plan)) {
      now = step.at
      stage.at(now)
      if (step.what === 'draw') {
        if (!(await phones[step.nth]!.draw())) refusals++
      } else if (step.what === 'cast') {
        const done = await phones[step.nth]!.cast()
        if (done) {
          sealedOf.set(step.nth, done.sealed)
          receipts.add(done.receipt)
        }
      } else {
        const { done, files: written } = await stage.export()
        if (written.size) files = written
        const told = [...written].map(([name, bytes]) => [name, name.endsWith('.sealed') ? bytes.length : Buffer.from(bytes).toString()])
        see('exported', { done, told })
        for (const table of watched) for (const item of await table.scan()) see('holds', item)
      }
    }
    const ballots = (await watched[1]!.scan()).map((item) => Ballot.parse(item))
    const found = ballots.map(({ h, sealed }) => ({ h: String(h), sealed: sealed instanceof Uint8Array ? sealed : new Uint8Array() }))
    return {
      ...{ draws, casts, ballots, sealedOf, refusals, rollIds: plan.voters.map((voter) => stage.rollIdOf(voter)) },
      lines: view.lines(receipts),
      files: leak.files?.(files, found) ?? files,
    }
  } finally {
    unlogged()
    for (const table of watched) table.close()
    await stage.close()
  }
}
export type Election = Awaited<ReturnType<typeof hold>>

/** Hears what is printed while functions run; gives the way back. */
function loud(hear: (text: string) => void): () => void {
  const streams = [process.stdout, process.stderr]
  const plain = streams.map(({ write }) => write)
  for (const stream of streams)
    stream.write = (part: string | Uint8Array) => {
      hear(String(part))
      return true
    }
  return () => {
    for (const [at, stream] of streams.entries()) stream.write = plain[at]!
  }
}
