import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { launchBrowser } from '../browser'
import { openH5 } from './h5'
import { manifest } from '../weapp/logic/manifest'

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(file)
    else yield file
  }
}
const bytesOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + statSync(file).size, 0)

/** Bytes of the mini-program's main package and of each subpackage by its folder: all files, uncompressed, as WeChat counts them. */
export function weappBytes(dist: string): { main: number; packages: Record<string, number> } {
  const names = manifest(dist).packages
  const packages = Object.fromEntries(names.map((name) => [name, bytesOf(filesBelow(path.join(dist, name)))]))
  const inner = Object.values(packages).reduce((sum, bytes) => sum + bytes, 0)
  return { main: bytesOf(filesBelow(dist)) - inner, packages }
}

/** Gzipped bytes of each file that a phone's browser asks for until the first page stands, by path, and their sum. */
export async function h5FirstLoad(dist: string): Promise<{ total: number; files: Record<string, number> }> {
  const files: Record<string, number> = {}
  const browser = await launchBrowser()
  try {
    const tab = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await openH5(tab, dist, (name, body) => {
      files[name] = gzipSync(body).length
    })
  } finally {
    await browser.close()
  }
  return { total: Object.values(files).reduce((sum, bytes) => sum + bytes, 0), files }
}
