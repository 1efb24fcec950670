type Hear = (text: string) => void

const loud = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Hears what is printed by any way from now on, in place of printing it; gives the way back. */
export function aloud(hear: Hear): () => void {
  const streams = [process.stdout, process.stderr]
  const written = streams.map(({ write }) => write)
  const called = loud.map((name) => console[name])
  for (const stream of streams)
    stream.write = (part: string | Uint8Array) => {
      hear(String(part))
      return true
    }
  for (const name of loud) console[name] = (...parts: unknown[]) => hear(parts.map(String).join(' '))
  return () => {
    for (const [at, stream] of streams.entries()) stream.write = written[at]!
    for (const [at, name] of loud.entries()) console[name] = called[at]!
  }
}
