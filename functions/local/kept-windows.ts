import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { type Window, type WindowOf, Windows } from '../survey/window'

/** Where the one machine keeps what a deployed stage has in the parameter that draw and cast alone may read. */
export const windowsFile = (dataDir: string) => path.join(dataDir, 'survey-window.json')

/** The windows in this file; none where there is no file. */
export const readWindows = (file: string): Window[] => (existsSync(file) ? Windows.parse(JSON.parse(readFileSync(file, 'utf8'))) : [])

/** Keeps the windows for their owner's eyes alone, whoever made the file. */
export function writeWindows(file: string, windows: readonly Window[]): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(windows)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
}

/** The file's windows as they are at each request. */
export const keptWindows =
  (dataDir: string): WindowOf =>
  async (campaignId) =>
    readWindows(windowsFile(dataDir)).find((window) => window.campaignId === campaignId)
