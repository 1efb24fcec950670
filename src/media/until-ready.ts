import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import type { Attached } from '../../contract/media'

/** WeChat mostly says within seconds, and at times only after minutes. */
const waits = [2, 3, 5, 5, 10, 10, 20, 30, 60, 60, 120, 120].map((seconds) => seconds * 1000)

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
    let timer: ReturnType<typeof setTimeout>
    // After the last of them a photo shows up when the screen is opened again.
    const look = ([first, ...rest]: readonly number[]) => {
      if (first === undefined) return
      timer = setTimeout(() => {
        again()
        look(rest)
      }, first)
    }
    look(waits)
    return () => clearTimeout(timer)
    // `again` is a new function each time, and always does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])
}
