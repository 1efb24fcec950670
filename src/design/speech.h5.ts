import { sentences } from './sentences'
import type { Speech } from './speech'

/** Chrome falls silent in the middle of a longer utterance. */
const MOST = 100
/** A little slower than its usual pace. */
const RATE = 0.9

let finish: (() => void) | undefined

function ended() {
  finish?.()
  finish = undefined
}

const voice = () => window.speechSynthesis as SpeechSynthesis | undefined

export const speech: Speech = {
  can: () => Boolean(voice()),
  say: (text, done) => {
    const synthesis = voice()
    if (!synthesis) return done()
    synthesis.cancel()
    ended()
    finish = done
    const pieces = sentences(text, MOST)
    pieces.forEach((piece, place) => {
      const utterance = new SpeechSynthesisUtterance(piece)
      utterance.lang = 'zh-CN'
      utterance.rate = RATE
      // A cancelled piece must not end the text that is read in its place.
      const mine = () => finish === done && ended()
      if (place === pieces.length - 1) utterance.onend = mine
      utterance.onerror = mine
      synthesis.speak(utterance)
    })
  },
  stop: () => {
    voice()?.cancel()
    ended()
  },
}
