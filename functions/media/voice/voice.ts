import { mediaLimits } from '../../../contract/media'
import type { Clean } from '../photo'
import { adtsFrame } from './adts'
import { framesOf } from './frames'
import { mp3Frame } from './mp3'
import { mp4Voice } from './mp4'
import { webmVoice } from './webm'

/** A recorder that is told to stop after 60 seconds stops a little later. */
const OVERRUN_SECONDS = 2

function read(raw: Buffer): Clean | undefined {
  const begins = (at: number, text: string) => raw.toString('latin1', at, at + text.length) === text
  if (begins(4, 'ftyp')) return mp4Voice(raw)
  if (begins(0, '\x1a\x45\xdf\xa3')) return webmVoice(raw)
  if (adtsFrame(raw, 0)) return framesOf(raw, adtsFrame, 'audio/aac')
  return begins(0, 'ID3') || mp3Frame(raw, 0) ? framesOf(raw, mp3Frame, 'audio/mpeg') : undefined
}

/**
 * The recording with nothing in it but its sound, and how long it is in whole seconds. Undefined where it is none of the four
 * kinds that telephones record, has pictures, or is longer than a voice note may be.
 */
export function cleanVoice(raw: Buffer): Clean | undefined {
  const clean = read(raw)
  if (!clean?.seconds || clean.seconds > mediaLimits.voice.seconds + OVERRUN_SECONDS) return undefined
  return { ...clean, seconds: Math.max(1, Math.round(clean.seconds)) }
}
