import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Shelf } from '../survey/exports'

/** A folder on this machine, each campaign's in one of its own; a file appears when it is whole. */
export const shelfIn =
  (folder: string): Shelf =>
  (campaignId) =>
  async (name, bytes) => {
    const file = path.join(folder, campaignId, name)
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(`${file}.part`, bytes, { mode: 0o600 })
    await rename(`${file}.part`, file)
  }

/** Where the one machine puts the auditors' folders, unless somewhere else is named. */
export const exportFolder = (dataDir: string) => path.join(dataDir, 'export')
