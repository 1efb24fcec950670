import type { FileHandle } from 'node:fs/promises'

import type { CampaignId } from '../../contract/survey'
import { packPart, type RecordEntry } from './entry'
import { framer, newHead } from './frames'

/** Ballots in a frame: enough to lose nothing to the tags, few enough to hold in memory. */
const ENTRIES_MOST = 1000

export type RecordWriter = { add: (stratumId: string, entry: RecordEntry) => Promise<void>; end: () => Promise<void> }

/** Writes the encrypted record as the ballots are opened: never more of it in memory than a frame, nothing of it in the clear on disk. */
export async function recordWriter(file: FileHandle, secretKey: Uint8Array, campaignId: CampaignId): Promise<RecordWriter> {
  const head = newHead(campaignId)
  const frame = framer(secretKey, head)
  await file.write(`${JSON.stringify(head)}\n`)
  let part: { stratumId: string; entries: RecordEntry[] } = { stratumId: '', entries: [] }

  async function flush() {
    if (part.entries.length > 0) await file.write(frame(packPart(part), false))
  }
  return {
    async add(stratumId, entry) {
      if (part.stratumId !== stratumId || part.entries.length >= ENTRIES_MOST) {
        await flush()
        part = { stratumId, entries: [] }
      }
      part.entries.push(entry)
    },
    async end() {
      await flush()
      await file.write(frame(new Uint8Array(), true))
      await file.sync()
    },
  }
}
