import type { Device } from './device'

export const play: Device['play'] = (src, done) => {
  const audio = new Audio(src)
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    audio.pause()
    done()
  }
  audio.onended = end
  audio.onerror = end
  audio.play().catch(end)
  return end
}
