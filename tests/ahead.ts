import { readFileSync } from 'node:fs'
import path from 'node:path'

const script = path.resolve(__dirname, 'move-clock.mjs')

/** How Node is started so that its clock is so far ahead. */
export const nodeAhead = (milliseconds: number) => ({ args: ['--import', script], env: { AHEAD_MS: String(milliseconds) } })

/** What a page runs before its own scripts, so that its clock is so far ahead. */
export const pageAhead = (milliseconds: number) => `globalThis.AHEAD_MS = ${milliseconds}\n${readFileSync(script, 'utf8')}`
