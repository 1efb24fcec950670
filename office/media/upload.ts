import { MediaId, mediaLimits, type MediaRef } from '../../contract/media'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { newId } from '../api/id'

const QUALITY = 0.82

/** The photo at the size that others get to see, as a JPEG; drawing it anew also leaves out where and when it was taken. */
async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, mediaLimits.photo.side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('no canvas')
  // A PNG's see-through parts would turn black in a JPEG.
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', QUALITY),
  )
}

async function post(form: { url: string; fields: Record<string, string> }, file: Blob) {
  const body = new FormData()
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value)
  body.append('file', file)
  const reply = await fetch(form.url, { method: 'POST', body })
  if (!reply.ok) throw new Error(`the upload was answered with ${reply.status}`)
}

/** Uploads a photo. Resolves to what a step of a ticket names it by, or to why it could not be done. */
export async function uploadPhoto(file: Blob): Promise<MediaRef | { says: string }> {
  let photo: Blob
  try {
    photo = await shrunk(file)
  } catch {
    return { says: '这个文件不是照片,或者打不开。' }
  }
  const id = MediaId.parse(newId())
  try {
    const answer = await ask('POST /v1/media', { body: { id, kind: 'photo', type: 'image/jpeg', bytes: photo.size } })
    if (isProblem(answer)) return { says: answer.says }
    if (answer.form) await post(answer.form, photo)
    return { id, kind: 'photo' }
  } catch {
    return { says: NO_ANSWER }
  }
}
