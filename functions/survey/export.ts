import { ExportManifest, exportManifestFile, type Frozen } from '../../ballot/files'
import { receiptOf } from '../../ballot/receipt'
import { isVoid } from '../../ballot/seal'
import type { Instant } from '../../contract/route'
import { type CampaignId, SEALED_BYTES, type StratumId } from '../../contract/survey'
import { later, minute, shanghaiDay } from '../../contract/time'
import type { Table } from '../platform/table'
import { allBallots } from './ballots'
import { followingDigest, type NewDigest } from './digest'
import type { DigestStore } from './digests'
import type { publishedReceipts } from './published-receipts'

/** A campaign as far as its export goes. */
export type Exported = { campaignId: CampaignId; opensAt: Instant; castsUntil: Instant }

type Counted = { id: StratumId; drew: number; sheets: number }

/** What of a campaign stands beside its ballots in the folder that the auditors get. */
export type Beside = { frozen: Frozen; strata: readonly Counted[] }

/** Stores one file of that folder. */
export type WriteFile = (name: string, bytes: Uint8Array) => Promise<void>

type Deps = {
  ballots: Table
  digests: DigestStore
  published: ReturnType<typeof publishedReceipts>
  besideOf: (campaignId: CampaignId) => Promise<Beside | undefined>
}

/** A cast that began in time has ended by then: the function has five seconds, and clocks differ by less. */
const AFTER_THE_CLOSE = 5 * minute

const hasClosed = ({ castsUntil }: { castsUntil: Instant }, now: Instant) => later(castsUntil, AFTER_THE_CLOSE) <= now

type Box = { sealed: Uint8Array[]; receipts: Set<string>; voided: number }

async function readAll(ballots: Table, campaignId: CampaignId): Promise<Map<StratumId, Box>> {
  const boxes = new Map<StratumId, Box>()
  for await (const { stratumId, sealed } of allBallots(ballots, campaignId)) {
    const box = boxes.get(stratumId) ?? { sealed: [], receipts: new Set(), voided: 0 }
    boxes.set(stratumId, box)
    if (isVoid(sealed)) box.voided++
    else {
      box.sealed.push(sealed)
      box.receipts.add(receiptOf(campaignId, stratumId, sealed))
    }
  }
  return boxes
}

/** Sealed ballots one after the other, sorted by their bytes: their order says nothing of how they came. */
function sortedBallots(sealed: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sealed.length * SEALED_BYTES)
  for (const [at, one] of [...sealed].sort((a, b) => Buffer.compare(a, b)).entries()) bytes.set(one, at * SEALED_BYTES)
  return bytes
}

/** The auditors' folder, its manifest last: where that stands, the folder is whole. */
async function writeFolder({ frozen, strata }: Beside, boxes: Map<StratumId, Box>, write: WriteFile): Promise<void> {
  const rows = []
  for (const { id, drew, sheets } of strata) {
    const { sealed = [], voided = 0 } = boxes.get(id) ?? {}
    const file = `${id}.sealed`
    await write(file, sortedBallots(sealed))
    rows.push({ id, file, ballots: sealed.length, drew, sheets, voided })
  }
  const manifest = ExportManifest.parse({ version: 1, campaign: frozen, strata: rows })
  await write(exportManifestFile, Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`))
}

export type Done = 'nothing' | 'digest' | 'closed' | 'overtaken'

/**
 * What the export has to do for a campaign now: while it is open, a digest a day over what is new; after its casts have ended, once,
 * the auditors' folder by `write`, all receipts by their first byte, and the last digest. Doing it again changes nothing.
 */
export function exporting({ ballots, digests, published, besideOf }: Deps) {
  async function atClose(next: NewDigest, boxes: Map<StratumId, Box>, write: WriteFile) {
    const { campaignId } = next.record
    const beside = await besideOf(campaignId)
    if (!beside) throw new Error('the campaign is not frozen')
    await writeFolder(beside, boxes, write)
    const chain = await digests.chain(campaignId)
    const before = await Promise.all(chain.map(async ({ n, ...rest }) => ({ n, parts: await digests.takenIn({ n, ...rest }) })))
    const earlier = before.flatMap(({ n, parts }) => parts.flatMap((part) => part.receipts.map((receipt) => ({ receipt, digest: n }))))
    const now = [...next.receipts.values()].flat().map((receipt) => ({ receipt, digest: next.record.n }))
    await published.publish(campaignId, [...earlier, ...now])
  }

  return async ({ campaignId, opensAt, castsUntil }: Exported, write: WriteFile, now: Instant): Promise<Done> => {
    const chain = await digests.chain(campaignId)
    const before = chain.at(-1)
    const last = hasClosed({ castsUntil }, now)
    const tookToday = before && shanghaiDay(before.at) === shanghaiDay(now)
    if (now < opensAt || before?.last || (!last && (now >= castsUntil || tookToday))) return 'nothing'
    const boxes = await readAll(ballots, campaignId)
    const found = new Map([...boxes].map(([id, { receipts }]) => [id, receipts]))
    const next = followingDigest({ campaignId, before, taken: await digests.taken(chain), found, last }, now)
    if (!next) return 'nothing'
    if (last) await atClose(next, boxes, write)
    const voided = [...boxes].map(([id, box]) => ({ id, sheets: box.voided })).filter(({ sheets }) => sheets > 0)
    const record = last ? { ...next.record, voided } : next.record
    return (await digests.append({ ...next, record })) ? (last ? 'closed' : 'digest') : 'overtaken'
  }
}

/** Writes the auditors' folder of a campaign once more; false while it can still be cast, or where there is no such campaign. */
export const folderOf =
  ({ ballots, besideOf }: Pick<Deps, 'ballots' | 'besideOf'>) =>
  async (campaignId: CampaignId, write: WriteFile, now: Instant): Promise<boolean> => {
    const beside = await besideOf(campaignId)
    if (!beside || !hasClosed(beside.frozen, now)) return false
    await writeFolder(beside, await readAll(ballots, campaignId), write)
    return true
  }
