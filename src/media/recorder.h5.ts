import type { Device } from './device'

/** What browsers record and the server takes: Chrome and Firefox, then Safari. */
const forms = ['audio/webm;codecs=opus', 'audio/mp4'] as const
const BITS_A_SECOND = 32_000

const form = () =>
  // Old browsers have neither; a page that is not secure has no microphone.
  typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator)
    ? undefined
    : forms.find((one) => MediaRecorder.isTypeSupported(one))

export const canRecord = () => form() !== undefined

export const record: Device['record'] = async (seconds, done) => {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch {
    return 'denied'
  }
  const recorder = new MediaRecorder(stream, { mimeType: form(), audioBitsPerSecond: BITS_A_SECOND })
  const parts: Blob[] = []
  const began = Date.now()
  let wanted = true
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const timer = setTimeout(stop, seconds * 1000)
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.onstop = () => {
    clearTimeout(timer)
    // The browser shows that it listens until the microphone is given back.
    stream.getTracks().forEach((track) => track.stop())
    const blob = new Blob(parts, { type: recorder.mimeType.split(';')[0] })
    if (!wanted || blob.size === 0) return done(undefined)
    done({ path: URL.createObjectURL(blob), type: blob.type, seconds: Math.round((Date.now() - began) / 1000) })
  }
  recorder.start()
  return {
    stop,
    giveUp: () => {
      wanted = false
      stop()
    },
  }
}
