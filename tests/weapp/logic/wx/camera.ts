import sharp from 'sharp'

import type { World } from '../world'
import { call, type Options, Refusal } from './call'
import { fileAt, temporaryFile } from './files'

const MOST = 20

/** Choosing, looking at and shrinking photos; the person's album is what the test has put there. */
export function camera(world: World) {
  const { handset } = world

  function chosen({ count }: Options): { path: string; size: number }[] {
    if (handset.refused.has('camera')) throw new Refusal('auth deny')
    const most = Number(count ?? 9)
    if (!(most >= 1 && most <= MOST)) throw new Refusal(`parameter error: count ${most}`)
    const photos = handset.album.slice(0, most)
    handset.album = []
    // Whoever closes the album without choosing anything.
    if (photos.length === 0) throw new Refusal('cancel')
    return photos.map((bytes) => ({ path: temporaryFile(world, bytes, 'jpg'), size: bytes.length }))
  }
  const picture = (src: unknown) => sharp(fileAt(world, src, 'file not exist'), { failOn: 'error' })

  return {
    chooseMedia: call(world, 'chooseMedia', (options) => {
      const tempFiles = chosen(options).map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' }))
      return { type: 'image', tempFiles }
    }),
    chooseImage: call(world, 'chooseImage', (options) => {
      const tempFiles = chosen(options)
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
    }),
    getImageInfo: call(world, 'getImageInfo', async ({ src }) => {
      const { width, height, format } = await picture(src)
        .metadata()
        .catch(() => Promise.reject(new Refusal('invalid image')))
      return { width, height, type: format, path: src, orientation: 'up' }
    }),
    compressImage: call(world, 'compressImage', async ({ src, quality, compressedWidth, compressedHeight }) => {
      const [width, height] = [compressedWidth, compressedHeight].map((side) => (typeof side === 'number' ? Math.round(side) : undefined))
      const bytes = await picture(src)
        .rotate()
        .resize({ width, height })
        .jpeg({ quality: Number(quality ?? 80) })
        .toBuffer()
        .catch(() => Promise.reject(new Refusal('invalid image')))
      return { tempFilePath: temporaryFile(world, bytes, 'jpg') }
    }),
  }
}
