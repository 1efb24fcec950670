import { exportManifestFile, ExportManifest } from '../../../ballot/files'
import { minute, later } from '../../../contract/time'
import { atOnce } from '../../../functions/survey/at-once'
import { allBallots } from '../../../functions/survey/ballots'
import { rollEntries } from '../../../functions/survey/roll-entries'
import { emulated } from './emulated'
import { openPolling, type Way } from './polling'

const VOTERS = 10_000
/** The product's own estimate of Yulin's townships; so many strata. */
const STRATA = 110
const PHONES_AT_ONCE = 16

/** 10,000 households draw and cast over both databases on one machine, some twice; how many ballots there are in the end, wherever one looks. */
export async function crowd() {
  const { main, ballots, close } = await emulated()
  try {
    const tables = { main: main.table, ballots: ballots.table }
    const { plan, stage, phone } = await openPolling(tables, VOTERS, Math.ceil(VOTERS / STRATA))
    const sent = { show: 0, draw: 0, cast: 0 }
    const counting: Way = (name, send) => (url, headers, body) => {
      sent[name]++
      return send(url, headers, body)
    }
    const sealed = new Set<string>()
    const began = performance.now()
    await atOnce(plan.voters.keys(), PHONES_AT_ONCE, async (nth) => {
      const own = phone(nth, { way: counting })
      if (!(await own.draw())) throw new Error('a proof does not fit')
      const ballot = await own.cast()
      if (ballot) sealed.add(Buffer.from(ballot).toString('hex'))
    })
    const seconds = (performance.now() - began) / 1000

    let stored = 0
    for await (const found of allBallots(tables.ballots, plan.campaignId))
      if (sealed.has(Buffer.from(found.sealed).toString('hex'))) stored++
    const entries = rollEntries(tables.main)
    let marked = 0
    for (const id of plan.strata) marked += (await entries.ofStratum(plan.campaignId, id)).filter(({ drew }) => drew).length
    stage.at(later(plan.castsUntil, 10 * minute))
    const { files } = await stage.export()
    const manifest = ExportManifest.parse(JSON.parse(Buffer.from(files.get(exportManifestFile) ?? '{}').toString()))
    const exported = manifest.strata.reduce((sum, { ballots: some }) => sum + some, 0)
    return { voters: VOTERS, draws: sent.draw, casts: sent.cast, seconds, stored, marked, exported }
  } finally {
    await close()
  }
}
