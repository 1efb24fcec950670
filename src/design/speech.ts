/** Speaking aloud; Taro's build puts speech.weapp.ts or speech.h5.ts in this file's place. */
export type Speech = {
  /** Whether this phone can. Where it cannot, nothing offers to. */
  can: () => boolean
  /** Reads `text` out in Mandarin in place of what is being read; calls `done` when it has ended, by itself or not. */
  say: (text: string, done: () => void) => void
  stop: () => void
}

export { speech } from './speech.h5'
