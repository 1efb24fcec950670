import { mediaLimits } from '../../contract/media'

/** A photo or recording that anybody may be shown: nothing is in it but what is seen or heard. */
export type Clean = { bytes: Buffer; type: string; seconds?: number }

/** More than any phone's camera makes of what is left after the phone has made it smaller; a flood of pixels is not decoded. */
const MOST_PIXELS = 64_000_000
const SECONDS_TO_DECODE = 20
const QUALITY = 80

const startsWith = (bytes: Buffer, at: number, text: string) => bytes.subarray(at, at + text.length).toString('latin1') === text

/** Whether the file begins as one of the three kinds of photo that are taken, whatever it calls itself. */
const beginsAsPhoto = (bytes: Buffer) =>
  startsWith(bytes, 0, '\xff\xd8\xff') ||
  startsWith(bytes, 0, '\x89PNG\r\n\x1a\n') ||
  (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP'))

/**
 * The photo drawn anew as JPEG: upright, no larger than anybody needs, and without what the camera noted in it (place, time,
 * telephone) or what somebody put behind its end. Undefined where it cannot be drawn whole: no photo, cut off, moving, or a flood
 * of pixels.
 */
export async function cleanPhoto(raw: Buffer): Promise<Clean | undefined> {
  if (!beginsAsPhoto(raw)) return undefined
  // Only the function that looks at uploads has the library beside it; the others carry this code and never come here.
  const { default: sharp } = await import('sharp')
  try {
    const photo = sharp(raw, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { pages = 1 } = await photo.metadata()
    if (pages > 1) return undefined
    const bytes = await photo
      .autoOrient()
      .resize({ width: mediaLimits.photo.side, height: mediaLimits.photo.side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS_TO_DECODE })
      .toBuffer()
    return { bytes, type: 'image/jpeg' }
  } catch {
    // What sharp cannot read is no photo; its message may quote the file.
    return undefined
  }
}
