import { useEffect, useState } from 'react'

const EVERY_MS = 30_000

/** The present instant in ms, anew every half minute, so that what is left runs down before the person's eyes. */
export function useNow(): number {
  const [now, tick] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
