import { randomBytes } from 'node:crypto'
import { deflateSync, crc32 } from 'node:zlib'

import sharp from 'sharp'

import { mediaLimits } from '../../contract/media'
import { cleanPhoto } from './photo'

/** Must be found nowhere after a photo was drawn anew. */
const CANARY = 'CANARY-19907750001'

/** A photo of coloured noise, as little like another as two real ones. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7', noise: { type: 'gaussian', mean: 120, sigma: 40 } } })

const withNotes = (width: number, height: number, orientation: number) =>
  drawn(width, height)
    .withExif({
      IFD0: { Make: CANARY, ImageDescription: CANARY },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 40/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '110/1 20/1 0/1' },
    })
    .withMetadata({ orientation })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><c>${CANARY}</c></x:xmpmeta>`)

/** A whole PNG of one colour and any size: its pixels pack a thousand to one. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

test('a photo comes out upright, no larger than needed, and as JPEG', async () => {
  const raw = await withNotes(2400, 1200, 6).jpeg().toBuffer()
  const clean = await cleanPhoto(raw)
  expect(clean?.type).toBe('image/jpeg')
  // Orientation 6: taken with the telephone held upright.
  expect(await sharp(clean!.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: mediaLimits.photo.side })
})

test('nothing of what the camera noted is left', async () => {
  const raw = await withNotes(600, 400, 3).jpeg().toBuffer()
  expect(raw.includes(CANARY)).toBe(true)
  const { bytes } = (await cleanPhoto(raw))!
  expect(bytes.includes(CANARY)).toBe(false)
  const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata()
  expect([exif, xmp, iptc, icc, orientation, comments]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
})

test.each(['jpeg', 'png', 'webp'] as const)('a small %s stays as small as it is', async (format) => {
  const raw = await drawn(320, 200).toFormat(format).toBuffer()
  const clean = await cleanPhoto(raw)
  expect(await sharp(clean!.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 200 })
})

test('what somebody hung behind a photo does not come along', async () => {
  const page = `<script>alert('${CANARY}')</script>`
  const raw = Buffer.concat([await drawn(300, 300).jpeg().toBuffer(), Buffer.from(page), Buffer.from('PK\x03\x04' + CANARY)])
  const { bytes } = (await cleanPhoto(raw))!
  expect(bytes.includes('script') || bytes.includes(CANARY)).toBe(false)
})

test('a flood of pixels is refused before it is decoded', async () => {
  for (const raw of [hugePng(30_000, 30_000), await drawn(100, 100).jpeg().toBuffer().then(claimingToBe(65_000, 65_000))]) {
    const [began, before] = [Date.now(), process.memoryUsage().rss]
    expect(await cleanPhoto(raw)).toBeUndefined()
    expect(Date.now() - began).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  }
}, 60_000)

/** Writes another size into a JPEG's frame header. */
const claimingToBe = (width: number, height: number) => (jpeg: Buffer) => {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  return jpeg
}

const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const frames = async (format: 'gif' | 'webp') => {
  const pages = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { width: 60, height: 60, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(pages, { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
}

test.each<[string, () => Promise<Buffer>]>([
  ['an archive', async () => Buffer.from('PK\x03\x04' + 'x'.repeat(500), 'latin1')],
  ['a page', async () => Buffer.from('<!doctype html><script>1</script>')],
  ['a drawing in SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>')],
  ['an archive that begins like a photo', async () => Buffer.concat([jpegHead, Buffer.from('PK\x03\x04'), randomBytes(800)])],
  ['a page that begins like a photo', async () => Buffer.concat([jpegHead, Buffer.from('<script>1</script>'.repeat(50))])],
  ['a moving GIF', () => frames('gif')],
  ['a GIF', () => drawn(50, 50).gif().toBuffer()],
  ['a moving WebP', () => frames('webp')],
  ['a TIFF', () => drawn(50, 50).tiff().toBuffer()],
  ['nothing', async () => Buffer.alloc(0)],
  ['three bytes', async () => jpegHead.subarray(0, 3)],
  ['noise', async () => randomBytes(5000)],
])('%s is no photo', async (_, file) => {
  expect(await cleanPhoto(await file())).toBeUndefined()
})

test.each(['jpeg', 'png', 'webp'] as const)('a %s that is cut off is refused, wherever it is cut', async (format) => {
  const raw = await drawn(500, 500).toFormat(format).toBuffer()
  for (const share of [0.02, 0.3, 0.6, 0.9]) expect(await cleanPhoto(raw.subarray(0, Math.floor(raw.length * share)))).toBeUndefined()
})
