import { mediaLimits } from '../../contract/media'
import type { Device, Picked } from './device'

const { bytes: MOST, side: SIDE } = mediaLimits.photo
const QUALITIES = [0.8, 0.5] as const

/** The files that the person chooses; browsers before Chrome 113 and Safari 16.4 do not tell where nothing was chosen. */
const chosen = (several: boolean) =>
  new Promise<File[]>((resolve) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept: 'image/*', multiple: several, hidden: true })
    const end = (files: File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => end(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => end([]))
    // Safari opens nothing for an input outside of the document.
    document.body.append(input)
    input.click()
  })

const loaded = (src: string) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = reject
    picture.src = src
  })

/** Drawn anew as JPEG, no larger than anybody gets to see. */
function drawn(picture: HTMLImageElement, quality: number): Promise<Blob | null> {
  const { naturalWidth: width, naturalHeight: height } = picture
  const scale = Math.min(1, SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) return Promise.resolve(null)
  // A PNG's see-through parts would turn black.
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

const picked = (blob: Blob): Picked => ({ path: URL.createObjectURL(blob), type: blob.type })

/** Browsers that draw a photo as it lies in the file, not as it was held; the server turns it upright. */
const drawsLying = () => !CSS.supports('image-orientation', 'from-image')

async function small(file: File): Promise<Picked | 'unread' | 'tooLarge'> {
  const src = URL.createObjectURL(file)
  try {
    const picture = await loaded(src)
    if (file.type === 'image/jpeg' && drawsLying() && file.size <= MOST) return picked(file)
    for (const quality of QUALITIES) {
      const blob = await drawn(picture, quality)
      if (!blob) return 'unread'
      if (blob.size <= MOST) return picked(blob)
    }
    return 'tooLarge'
  } catch {
    return 'unread'
  } finally {
    URL.revokeObjectURL(src)
  }
}

export const photos: Device['photos'] = async (most, begun) => {
  const files = (await chosen(most > 1)).slice(0, most)
  begun()
  const looked: (Picked | 'unread' | 'tooLarge')[] = []
  // One at a time: a cheap phone holds one large photo in memory, not six.
  for (const file of files) looked.push(await small(file))
  const count = (what: string) => looked.filter((one) => one === what).length
  return { picked: looked.filter((one) => typeof one === 'object'), unread: count('unread'), tooLarge: count('tooLarge') }
}
