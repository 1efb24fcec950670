import { SingleBar } from 'cli-progress'

const PLAIN_EVERY_MS = 5000

/** Says how many of `total` are done. */
export type Progress = { more: (count: number) => void; end: () => void }

function bar(step: string, total: number): Progress {
  const shown = new SingleBar({
    format: `${step} {bar} {value}/{total} 还要 {eta_formatted}`,
    hideCursor: true,
    barsize: 30,
    fps: 10,
    etaBuffer: 1000,
  })
  shown.start(total, 0)
  return { more: (count) => shown.increment(count), end: () => shown.stop() }
}

function lines(step: string, total: number, say: (line: string) => void): Progress {
  let done = 0
  let said = Date.now()
  return {
    more(count) {
      done += count
      if (Date.now() - said < PLAIN_EVERY_MS) return
      said = Date.now()
      say(`${step} ${done}/${total}`)
    },
    end: () => undefined,
  }
}

/** A bar on a terminal; elsewhere a line now and then, so that a log stays readable. */
export const shownProgress = (step: string, total: number, say: (line: string) => void, terminal: boolean): Progress =>
  terminal ? bar(step, total) : lines(step, total, say)
