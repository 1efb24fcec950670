import type { Clean } from '../photo'

/** A piece of a stream that says itself how long it is, in bytes and in seconds. */
export type Frame = { length: number; seconds: number }
type FrameAt = (bytes: Buffer, at: number) => Frame | undefined

/** Bytes that may lie around the frames: tags with titles and pictures, padding, and as much again as a tenth of the sound. */
const TAGS_MOST = 64 * 1024

/**
 * The sound of a stream of frames, and only that: tags in front, behind and between are left out. Undefined where frames are
 * missing or most of it is something else.
 */
export function framesOf(bytes: Buffer, frameAt: FrameAt, type: string): Clean | undefined {
  const kept: Buffer[] = []
  let [at, seconds, other] = [0, 0, 0]
  while (at < bytes.length) {
    const frame = frameAt(bytes, at)
    const end = at + (frame?.length ?? 0)
    // Two sync bytes stand in any picture; a frame has another one behind it, or the end, or a tag.
    const goesOn = frame && end <= bytes.length && (end + 3 > bytes.length || frameAt(bytes, end) || isTag(bytes, end))
    if (frame && goesOn) {
      kept.push(bytes.subarray(at, end))
      seconds += frame.seconds
      at = end
    } else {
      at += 1
      other += 1
    }
  }
  const sound = Buffer.concat(kept)
  if (sound.length === 0 || other > TAGS_MOST + sound.length / 10) return undefined
  return { bytes: sound, type, seconds }
}

const isTag = (bytes: Buffer, at: number) => ['TAG', 'APE', 'ID3'].includes(bytes.subarray(at, at + 3).toString('latin1'))
