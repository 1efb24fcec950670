import type { Clean } from '../photo'

// RFC 8794 (EBML) and RFC 9559 (Matroska): an element is its id, its length, and what is in it.
const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  cluster: 0x1f43b675,
  time: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  void: 0xec,
} as const
const inside: readonly number[] = [ids.ebml, ids.segment, ids.info, ids.tracks, ids.track, ids.cluster, ids.blockGroup]
/** Tags, attachments, chapters; a title, a date, a file's name. */
const notes: readonly number[] = [0x1254c367, 0x1941a469, 0x1043a770, 0x7ba9, 0x4461, 0x7384]
const AUDIO = 2
/** How long the last block sounds, nearly: Opus comes in pieces of up to 60 ms. */
const LAST_BLOCK_MS = 60

type Element = { id: number; at: number; from: number; to: number }

/** A number of variable length; `marked` keeps the bit that says how long it is, as ids do. */
function variable(bytes: Buffer, at: number, marked: boolean): { value: number; next: number; unknown: boolean } | undefined {
  const first = bytes[at]
  if (!first) return undefined
  const length = Math.clz32(first) - 23
  if (length > 8 || at + length > bytes.length) return undefined
  let value = marked ? first : first & (0xff >> length)
  let unknown = (first | (0xff00 >> length)) % 256 === 0xff
  for (let more = 1; more < length; more++) {
    const byte = bytes[at + more] ?? 0
    value = value * 256 + byte
    unknown &&= byte === 0xff
  }
  return { value, next: at + length, unknown }
}

/** All elements of the file, each before those that are in it; undefined where they do not fit. */
function elementsOf(bytes: Buffer): Element[] | undefined {
  const elements: Element[] = []
  let at = 0
  while (at < bytes.length) {
    const id = variable(bytes, at, true)
    const size = id && variable(bytes, id.next, false)
    if (!id || !size) return undefined
    // A recorder that writes as it goes does not know how long a segment or a cluster will be.
    const to = size.unknown ? bytes.length : size.next + size.value
    if (to > bytes.length) return undefined
    elements.push({ id: id.value, at, from: size.next, to })
    at = inside.includes(id.value) ? size.next : to
  }
  return elements
}

const unsigned = (bytes: Buffer, { from, to }: Element) => (to > from && to - from <= 6 ? bytes.readUIntBE(from, to - from) : 0)
const float = (bytes: Buffer, { from, to }: Element) =>
  to - from === 4 ? bytes.readFloatBE(from) : to - from === 8 ? bytes.readDoubleBE(from) : 0

function secondsOf(bytes: Buffer, elements: readonly Element[]): number {
  let [scale, cluster, last, declared] = [1_000_000, 0, 0, 0]
  for (const element of elements) {
    if (element.id === ids.scale) scale = unsigned(bytes, element) || scale
    if (element.id === ids.duration) declared = float(bytes, element)
    if (element.id === ids.time) cluster = unsigned(bytes, element)
    if (element.id === ids.simpleBlock || element.id === ids.block) {
      const track = variable(bytes, element.from, false)
      if (track && track.next + 2 <= element.to) last = Math.max(last, cluster + bytes.readInt16BE(track.next))
    }
  }
  const milliseconds = (units: number) => (units * scale) / 1_000_000
  return Math.max(milliseconds(last) + LAST_BLOCK_MS, milliseconds(declared)) / 1000
}

/** Makes an element into one that says nothing and is as long. */
function blank(bytes: Buffer, { at, to }: Element) {
  const wide = to - at >= 9
  bytes[at] = ids.void
  if (wide) bytes.writeBigUInt64BE(BigInt(to - at - 9) | (1n << 56n), at + 1)
  else bytes[at + 1] = 0x80 | (to - at - 2)
  bytes.fill(0, at + (wide ? 9 : 2), to)
}

/** A recording in a WebM file, its notes blanked out. Undefined for pictures, several tracks, or elements that do not fit. */
export function webmVoice(raw: Buffer): Clean | undefined {
  const elements = elementsOf(raw)
  const docType = elements?.find(({ id }) => id === ids.docType)
  if (!elements || !docType || raw.toString('latin1', docType.from, docType.to) !== 'webm') return undefined
  const tracks = elements.filter(({ id }) => id === ids.trackType).map((element) => unsigned(raw, element))
  if (tracks.length !== 1 || tracks[0] !== AUDIO || !elements.some(({ id }) => id === ids.simpleBlock || id === ids.block)) return undefined
  const bytes = Buffer.from(raw)
  for (const element of elements) if (notes.includes(element.id) || element.id === ids.void) blank(bytes, element)
  return { bytes, type: 'audio/webm', seconds: secondsOf(raw, elements) }
}
