import Taro from '@tarojs/taro'

import { mediaLimits } from '../../contract/media'
import type { Device, Picked } from './device'
import { bytesOf } from './files.weapp'

const { bytes: MOST, side: SIDE } = mediaLimits.photo
/** JPEG qualities in hundredths, the second one where the first leaves too much. */
const QUALITIES = [80, 50] as const

const types: Readonly<Record<string, string>> = { png: 'image/png', webp: 'image/webp' }
const typeOf = (path: string) => types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'image/jpeg'

/** A smaller copy; the photo as it is where this WeChat cannot make one of it. */
async function compressed(src: string, quality: number): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src })
  const long = width >= height ? 'compressedWidth' : 'compressedHeight'
  try {
    return (await Taro.compressImage({ src, quality, ...(Math.max(width, height) > SIDE && { [long]: SIDE }) })).tempFilePath
  } catch {
    return src
  }
}

async function small(src: string): Promise<Picked | 'unread' | 'tooLarge'> {
  try {
    for (const quality of QUALITIES) {
      const path = await compressed(src, quality)
      const bytes = await bytesOf(path)
      if (bytes > 0 && bytes <= MOST) return { path, type: typeOf(path) }
    }
    return 'tooLarge'
  } catch {
    return 'unread'
  }
}

/** WeChat before 7.0.20 has chooseImage alone. */
async function chosen(count: number): Promise<string[]> {
  const how = { count, sizeType: ['compressed' as const], sourceType: ['album' as const, 'camera' as const] }
  if (!Taro.canIUse('chooseMedia')) return (await Taro.chooseImage(how)).tempFilePaths
  const { tempFiles } = await Taro.chooseMedia({ ...how, mediaType: ['image'] })
  return tempFiles.map(({ tempFilePath }) => tempFilePath)
}

const wasDenied = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errMsg' in error && /auth|den(y|ied)|permission|privacy/i.test(String(error.errMsg))

export const photos: Device['photos'] = async (most, begun) => {
  try {
    const paths = await chosen(most)
    begun()
    const looked: (Picked | 'unread' | 'tooLarge')[] = []
    // One at a time: a cheap phone holds one large photo in memory, not six.
    for (const path of paths) looked.push(await small(path))
    const count = (what: string) => looked.filter((one) => one === what).length
    return { picked: looked.filter((one) => typeof one === 'object'), unread: count('unread'), tooLarge: count('tooLarge') }
  } catch (error) {
    // Whoever gives up chooses nothing.
    return wasDenied(error) ? 'denied' : { picked: [], unread: 0, tooLarge: 0 }
  }
}
