type Task = (...args: unknown[]) => void

/** Timers of one run of the mini-program: numbered as WeChat's are, their errors reported, all stopped when it is killed. */
export function timers(failed: (error: unknown) => void) {
  const running = new Map<number, NodeJS.Timeout>()
  let next = 1
  let stopped = false

  function begin(start: (run: () => void) => NodeJS.Timeout, task: Task, args: unknown[], once: boolean): number {
    const id = next++
    if (stopped) return id
    const timer = start(() => {
      if (once) running.delete(id)
      try {
        task(...args)
      } catch (error) {
        failed(error)
      }
    })
    running.set(id, timer)
    return id
  }
  function clear(id: number | undefined) {
    if (id === undefined) return
    clearTimeout(running.get(id))
    running.delete(id)
  }

  return {
    setTimeout: (task: Task, ms = 0, ...args: unknown[]) => begin((run) => setTimeout(run, ms), task, args, true),
    setInterval: (task: Task, ms = 0, ...args: unknown[]) => begin((run) => setInterval(run, Math.max(ms, 4)), task, args, false),
    clearTimeout: clear,
    clearInterval: clear,
    stop() {
      stopped = true
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    },
  }
}
export type Timers = ReturnType<typeof timers>
