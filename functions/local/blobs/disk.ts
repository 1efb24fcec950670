import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import * as z from 'zod/mini'

/** An object as it is kept: its type and caching stand in the file's first line, its bytes after it. */
export type Kept = { type: string; caching?: string; bytes: Buffer }

const Heading = z.object({ type: z.string(), caching: z.optional(z.string()) })
const NEW_LINE = 10

/** Keys that name a file and nothing else. */
export const isKey = (key: string) => /^[a-z0-9]+(\/[a-z0-9]+)*(\.(json|sealed))?$/.test(key) && key.length <= 200

/** Objects as files under `folder`, each there whole or not at all. */
export function diskObjects(folder: string) {
  const fileOf = (key: string) => path.join(folder, ...key.split('/'))
  return {
    put: async (key: string, { type, caching, bytes }: Kept): Promise<void> => {
      const file = fileOf(key)
      await mkdir(path.dirname(file), { recursive: true })
      const half = `${file}.${randomBytes(6).toString('hex')}`
      await writeFile(half, Buffer.concat([Buffer.from(`${JSON.stringify({ type, caching })}\n`), bytes]))
      await rename(half, file)
    },
    get: async (key: string): Promise<Kept | undefined> => {
      const whole = await readFile(fileOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (!whole) return undefined
      const end = whole.indexOf(NEW_LINE)
      const heading = Heading.parse(JSON.parse(whole.subarray(0, end).toString('utf8')))
      return { ...heading, bytes: whole.subarray(end + 1) }
    },
    delete: (key: string) => rm(fileOf(key), { force: true }),
    /** The keys in one folder of the store. */
    under: async (prefix: string): Promise<string[]> => {
      const inside = path.join(folder, prefix)
      if (!existsSync(inside)) return []
      return (await readdir(inside)).map((name) => `${prefix}/${name}`).filter(isKey)
    },
  }
}
