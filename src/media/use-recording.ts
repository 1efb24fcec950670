import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

import { mediaLimits } from '../../contract/media'
import { device, type Recorded, type Recording } from './device'

const MOST = mediaLimits.voice.seconds
const TICK_MS = 250

/** Records one voice note with the seconds that are left running down. `done` gets it, or nothing where nothing was recorded. */
export function useRecording(done: (recorded: Recorded | undefined) => Promise<void> | void, denied: () => void) {
  const [left, setLeft] = useState<number>()
  const running = useRef<Recording>(undefined)
  const busy = useRef(false)
  const givenUp = useRef(false)

  function ended() {
    busy.current = false
    running.current = undefined
    setLeft(undefined)
  }

  async function start() {
    if (busy.current) return
    busy.current = true
    givenUp.current = false
    const begun = await device.record(MOST, (recorded) => {
      ended()
      if (!givenUp.current) void done(recorded)
    })
    if (begun === 'denied') {
      ended()
      return denied()
    }
    running.current = begun
    setLeft(MOST)
  }

  const isRunning = left !== undefined
  useEffect(() => {
    if (!isRunning) return
    const began = Date.now()
    const timer = setInterval(() => {
      const rest = Math.max(0, MOST - Math.floor((Date.now() - began) / 1000))
      setLeft(rest)
      // The phone stops by itself as well; whichever is first.
      if (rest === 0) running.current?.stop()
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [isRunning])

  /** Until the phone says that it has stopped, it does not begin again: it would take the old recording for the new one. */
  function giveUp() {
    givenUp.current = true
    setLeft(undefined)
    running.current?.giveUp()
  }
  const stop = () => running.current?.stop()
  // Who puts the program away does not want to be listened to.
  useDidHide(stop)
  useEffect(
    () => () => {
      givenUp.current = true
      running.current?.giveUp()
    },
    [],
  )

  return { left, start: () => void start(), stop, giveUp }
}
