import { type Errand, mediaOf } from '../api/errand'
import { useShelf } from './shelf'
import { stillToSend } from './uploads'

/** What of an errand's files is still to be sent: which one of how many it is at, and how much of that is there. */
export type Going = { what: string; place: number; of: number; percent: number | undefined }

/** `正在传照片`, `第 1 个,共 2 个,45%`. */
export const goingWords = ({ what, place, of, percent = 0 }: Going): readonly [what: string, howFar: string] => [
  `正在传${what}`,
  `${of > 1 ? `第 ${place} 个,共 ${of} 个,` : ''}${percent}%`,
]

/** How far an errand's files are; undefined where none of them has still to be sent. */
export function useGoing(errand: Errand | undefined): Going | undefined {
  const { uploads, percent } = useShelf()
  const rest = errand ? stillToSend(errand, uploads) : []
  const [first] = rest
  if (!errand || !first) return undefined
  const media = mediaOf(errand)
  const kinds = new Set(media.map(({ kind }) => kind))
  const what = kinds.size > 1 ? '照片和录音' : kinds.has('photo') ? '照片' : '录音'
  return { what, place: media.length - rest.length + 1, of: media.length, percent: percent[first.id] }
}
