import fc from 'fast-check'

import { mediaLimits } from '../../../contract/media'
import { aac, box, id3, m4a, mp3, recorded } from '../../../tests/fixtures/voices/voices'
import { cleanVoice } from './voice'

const CANARY = 'CANARY-19907750001'
const most = mediaLimits.voice.seconds

test.each<[string, string, Buffer, number]>([
  ['mp3', 'audio/mpeg', mp3(12), 12],
  ['aac', 'audio/aac', aac(30), 30],
  ['m4a', 'audio/mp4', m4a(45), 45],
  ['what Chromium records as webm', 'audio/webm', recorded('webm'), 3],
  ['what Chromium records as mp4', 'audio/mp4', recorded('mp4'), 3],
])('%s is taken, and its length known', (_, type, raw, seconds) => {
  expect(cleanVoice(raw)).toMatchObject({ type, seconds })
})

test.each([mp3, aac, m4a])('a minute is taken and a little more, two are not', (make) => {
  expect(cleanVoice(make(most))).toBeDefined()
  expect(cleanVoice(make(most + 1))).toBeDefined()
  expect(cleanVoice(make(most * 2))).toBeUndefined()
})

test('titles, pictures and places are left out', () => {
  const tagged = Buffer.concat([id3(CANARY), mp3(5), Buffer.from(`TAG${CANARY}`.padEnd(128, ' '))])
  const placed = m4a(5, { more: [box('udta', box('\xa9xyz', Buffer.from(CANARY))), box('uuid', Buffer.from(CANARY.repeat(3)))] })
  for (const raw of [tagged, placed]) {
    const clean = cleanVoice(raw)
    expect([clean?.seconds, raw.includes(CANARY), clean?.bytes.includes(CANARY)]).toEqual([5, true, false])
  }
  // Nothing of the file moves, so that what counts bytes from its beginning still finds them.
  expect(cleanVoice(placed)?.bytes.length).toBe(placed.length)
})

test('a tag at the end of a webm is blanked out', () => {
  const title = Buffer.from(CANARY)
  const name = Buffer.concat([Buffer.from([0x45, 0xa3, 0x80 | title.length]), title])
  const simple = Buffer.concat([Buffer.from([0x67, 0xc8, 0x80 | name.length]), name])
  const tags = Buffer.concat([Buffer.from([0x12, 0x54, 0xc3, 0x67, 0x80 | simple.length]), simple])
  const clean = cleanVoice(Buffer.concat([recorded('webm'), tags]))
  expect([clean?.seconds, clean?.bytes.includes(CANARY), clean?.bytes.length]).toEqual([3, false, recorded('webm').length + tags.length])
})

test.each<[string, Buffer]>([
  ['a film', m4a(5, { handler: 'vide' })],
  ['a file without a track', Buffer.concat([box('ftyp', Buffer.from('M4A ')), box('mdat', Buffer.alloc(100))])],
  ['a page', Buffer.from('<html><script>1</script></html>')],
  ['an archive behind a title', Buffer.concat([id3('x'), Buffer.from('PK\x03\x04'), Buffer.alloc(90_000, 0x41)])],
  ['one frame and much else', Buffer.concat([mp3(0.03), Buffer.alloc(100_000, 0x41)])],
  ['nothing', Buffer.alloc(0)],
  ['a webm without sound', recorded('webm').subarray(0, 120)],
])('%s is no recording', (_, raw) => {
  expect(cleanVoice(raw)).toBeUndefined()
})

const kinds = fc.constantFrom(mp3(3), aac(3), m4a(3), recorded('webm'), recorded('mp4'))

test('a file that is cut off or damaged is taken or refused, and never an error', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 20 })
  fc.assert(
    fc.property(kinds, fc.double({ min: 0, max: 1, noNaN: true }), damage, (whole, share, bytes) => {
      const raw = Buffer.from(whole.subarray(0, Math.floor(whole.length * share)))
      for (const [at, value] of bytes) if (raw.length > 0) raw[at % raw.length] = value
      const clean = cleanVoice(raw)
      expect(clean === undefined || clean.bytes.length <= raw.length).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('no bytes whatever are an error', () => {
  const heads = fc.constantFrom('ID3', '\xff\xfb\x30\xc4', '\xff\xf1\x60\x40', '\x1a\x45\xdf\xa3', '\0\0\0\x10ftypM4A ', '')
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      cleanVoice(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(rest)]))
    }),
    { numRuns: 2000 },
  )
})
