import type { World } from '../world'
import { call, type Options, Refusal } from './call'
import { temporaryFile } from './files'

type Listener = (event?: unknown) => void
/** kbit/s that the recorder takes at 16 kHz. */
const BITS = { least: 24_000, most: 96_000 } as const
/** How long a sound plays here; a test does not wait for a minute. */
const PLAYS_MS = 100

/** wx.getRecorderManager. What is said, and how long, is the test's: the recorder's time flies. */
function recorder({ handset, realm, timers, alive }: World) {
  const listeners = new Map<string, Listener>()
  let running: { format: string; most: number } | undefined
  const tell = (event: string, detail: object = {}) =>
    timers.setTimeout(() => {
      if (alive()) listeners.get(event)?.(realm.own(detail))
    })
  const on = (event: string) => (listener: Listener) => void listeners.set(event, listener)

  return {
    onStart: on('start'),
    onStop: on('stop'),
    onError: on('error'),
    onInterruptionBegin: on('interruption'),
    start(options: Options = {}) {
      handset.calls.push({ name: 'recorder.start', options: { ...options } })
      const bits = Number(options.encodeBitRate)
      if (handset.refused.has('scope.record')) return tell('error', { errMsg: 'operateRecorder:fail auth deny' })
      if (options.sampleRate !== 16_000 || bits < BITS.least || bits > BITS.most)
        return tell('error', { errMsg: 'operateRecorder:fail encodeBitRate not supported' })
      running = { format: String(options.format), most: Number(options.duration ?? 60_000) }
      return tell('start')
    },
    stop() {
      if (!running) return tell('error', { errMsg: "operateRecorder:fail:audio is stop, don't stop record again" })
      const { format, most } = running
      running = undefined
      const seconds = Math.min(handset.says.seconds, most / 1000)
      const bytes = handset.says.as(seconds)
      return tell('stop', { tempFilePath: temporaryFile({ handset }, bytes, format), duration: seconds * 1000, fileSize: bytes.length })
    },
  }
}

/** wx.createInnerAudioContext: what is played is written down, and ends after a moment. */
function player({ handset, timers }: World) {
  const ends: Listener[] = []
  const errors: Listener[] = []
  const audio = {
    src: '',
    onEnded: (listener: Listener) => void ends.push(listener),
    onError: (listener: Listener) => void errors.push(listener),
    play() {
      handset.calls.push({ name: 'audio.play', options: { src: audio.src } })
      const missing = audio.src.startsWith('wxfile:') && !handset.files.has(audio.src)
      timers.setTimeout(() => (missing ? errors : ends).forEach((listener) => listener()), PLAYS_MS)
    },
    stop: () => undefined,
    destroy() {
      ends.length = 0
      errors.length = 0
    },
  }
  return audio
}

/** Microphone and loudspeaker. */
export function sound(world: World) {
  const only = recorder(world)
  return {
    getRecorderManager: () => only,
    createInnerAudioContext: () => player(world),
    setInnerAudioOption: call(world, 'setInnerAudioOption'),
    authorize: call(world, 'authorize', ({ scope }) => {
      if (world.handset.refused.has(String(scope))) throw new Refusal('auth deny')
    }),
  }
}
