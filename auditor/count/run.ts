import { open, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { frozenDigest } from '../../ballot/digests'
import type { Instant } from '../../contract/route'
import { Totals } from '../../contract/survey'
import { openerOf, sealKeyOf } from '../opener'
import { shownProgress } from '../progress'
import { recordWriter } from '../record/write'
import { sharedKey, type Shares } from '../shared-key'
import { wholeFolder } from '../unfinished'
import { countExport } from './count'
import { openExport } from './export-folder'

export const totalsFile = 'totals.json'
export const recordFile = 'record.sealed'

type Asked = { folder: string; shares: Shares; out: string; now: Instant; terminal: boolean }
type Say = (line: string) => void

function sayResult({ strata, units, spoilt }: Totals, left: { repeated: number; voids: number }, say: Say) {
  const ballots = strata.reduce((sum, stratum) => sum + stratum.ballots, 0)
  say(`选票 ${ballots} 张,其中不能计的 ${spoilt.length} 张;公布 ${units.length} 个单位。`)
  if (left.repeated > 0) say(`一模一样的选票有 ${left.repeated} 张,只计一次。`)
  if (left.voids > 0) say(`作废的有 ${left.voids} 张,没有计。`)
  for (const { county, township, ballots: own, spoilt: bad } of strata)
    if (own === bad) say(`${county}${township}没有能计的选票,由同县的其他乡镇代表。`)
}

/** Counts the auditors' folder and writes totals and record; refuses with words, and then writes nothing. */
export async function runCount({ folder, shares, out, now, terminal }: Asked, say: Say): Promise<Totals> {
  const exported = await openExport(folder)
  const { campaign, strata } = exported.manifest
  say(`${campaign.title},${strata.length} 个乡镇。冻结摘要 ${frozenDigest(campaign)}`)
  const secretKey = await sharedKey(shares, sealKeyOf(campaign))
  const total = strata.reduce((sum, { ballots }) => sum + ballots, 0)
  const progress = shownProgress('开票', total, say, terminal)
  return wholeFolder(out, async (unfinished) => {
    const file = await open(path.join(unfinished, recordFile), 'wx', 0o600)
    try {
      const record = await recordWriter(file, secretKey, campaign.campaignId)
      const opener = openerOf(campaign.campaignId, secretKey)
      const { totals: counted, ...left } = await countExport(exported, { opener, record, opened: progress.more, now })
      await record.end()
      progress.end()
      const totals = Totals.parse(counted)
      await writeFile(path.join(unfinished, totalsFile), `${JSON.stringify(totals, null, 1)}\n`)
      sayResult(totals, left, say)
      return totals
    } finally {
      progress.end()
      await file.close()
    }
  })
}
