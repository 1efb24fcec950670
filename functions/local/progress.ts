import { SingleBar } from 'cli-progress'

/** Says how far something is. */
export type Progress = (step: string, done: number, total: number) => void

const PLAIN_EVERY_MS = 2000

function bars(): Progress {
  const bar = new SingleBar({ format: '{step} {bar} {value}/{total}', hideCursor: true, barsize: 30, clearOnComplete: true, fps: 10 })
  let current = ''
  return (step, done, total) => {
    if (total === 0) return
    if (step !== current) bar.start(total, done, { step })
    current = step
    bar.update(done, { step })
    if (done === total) {
      bar.stop()
      current = ''
    }
  }
}

function lines(say: (line: string) => void, now: () => number): Progress {
  let last = now()
  return (step, done, total) => {
    const due = now() - last >= PLAIN_EVERY_MS
    if (!due) return
    last = now()
    say(`${step} ${done}${total > 0 ? `/${total}` : ''}`)
  }
}

/** A bar on a terminal; elsewhere a line now and then, so that a log stays readable. */
export const shownProgress = (terminal: boolean, say: (line: string) => void, now = Date.now): Progress =>
  terminal ? bars() : lines(say, now)
