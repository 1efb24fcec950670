/** The life of one process of the product: once it is over, nothing it still waits for ever comes. */
export type Life = {
  over: () => boolean
  end: () => void
  /** A wait without end. */
  limbo: () => Promise<never>
  /** What `work` comes to, or that the process ended before. */
  outlived: <T>(work: Promise<T>) => Promise<{ result: T } | 'crashed'>
}

export function life(): Life {
  let ended = false
  let tell: (word: 'crashed') => void = () => {}
  const death = new Promise<'crashed'>((resolve) => (tell = resolve))
  return {
    over: () => ended,
    end: () => {
      ended = true
      tell('crashed')
    },
    limbo: () => new Promise<never>(() => {}),
    outlived: async (work) => Promise.race([death, work.then((result) => ({ result }))]),
  }
}
