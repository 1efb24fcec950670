import { SHEET_BYTES } from '../../ballot/sheet'
import type { Instant } from '../../contract/route'
import type { Totals } from '../../contract/survey'
import type { Opener } from '../opener'
import type { RecordWriter } from '../record/write'
import { addSheet } from '../statistics/add-sheet'
import { newTally } from '../statistics/tally'
import { totalsOf } from '../statistics/totals'
import { distinct } from './ballots'
import type { ExportFolder } from './export-folder'

export type Counted = { totals: Totals; repeated: number; voids: number }
type Work = { opener: Opener; record: RecordWriter; opened: (ballots: number) => void; now: Instant }

const NO_SHEET = new Uint8Array(SHEET_BYTES)

/** Opens every ballot of the export, counts it and keeps it in the record; one stratum in memory at a time. */
export async function countExport({ manifest, ballotsOf }: ExportFolder, { opener, record, opened, now }: Work): Promise<Counted> {
  const { campaign } = manifest
  const tally = newTally(campaign.strata.length)
  const spoilt: Totals['spoilt'] = []
  const turnout = []
  const left = { repeated: 0, voids: 0 }

  for (const [nth, stratum] of manifest.strata.entries()) {
    const { ballots, repeated, voids } = distinct(await ballotsOf(stratum))
    const { receiptOf, sheetOf } = opener(stratum.id)
    for (const sealed of ballots) {
      const sheet = await sheetOf(sealed)
      const because = sheet ? addSheet(tally, nth, campaign.strata[nth]!.units.length, sheet, 0) : 'unreadable'
      if (because) spoilt.push({ receipt: receiptOf(sealed), because })
      await record.add(stratum.id, { sealed, sheet: sheet ?? NO_SHEET, spoilt: because })
      opened(1)
    }
    turnout.push({ drew: stratum.drew, ballots: ballots.length })
    left.repeated += repeated
    left.voids += voids
    opened(repeated + voids)
  }
  return { totals: totalsOf(campaign, turnout, tally, spoilt, now), ...left }
}
