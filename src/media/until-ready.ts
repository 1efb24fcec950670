import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import type { Attached } from '../../contract/media'

const EVERY_MS = 10_000
/** After so many looks a photo shows up when the screen is opened again. */
const MOST = 30

type Told = { media: readonly Attached[]; timeline: readonly { media?: readonly Attached[] }[] }

const isUnderWay = ({ state }: Attached) => state === 'waiting' || state === 'checking'

/** Looks again now and then while a photo of the ticket in front is being sent or checked, so that it shows up by itself. */
export function useUntilReady(ticket: Told | undefined, again: () => void) {
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  const wanted = inFront && [...(ticket?.media ?? []), ...(ticket?.timeline ?? []).flatMap(({ media = [] }) => media)].some(isUnderWay)
  useEffect(() => {
    if (!wanted) return
    let looks = 0
    const timer = setInterval(() => {
      again()
      if (++looks >= MOST) clearInterval(timer)
    }, EVERY_MS)
    return () => clearInterval(timer)
    // `again` is a new function each time, and always does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])
}
