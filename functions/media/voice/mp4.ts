import type { Clean } from '../photo'

// ISO/IEC 14496-12. A box is its length, a type of four letters, and what is in it.
type Box = { type: string; at: number; from: number; to: number }

const inside = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']
/** Boxes that hold what somebody noted: titles, places, pictures. */
const notes = ['udta', 'meta', 'uuid', 'ilst', 'skip', 'free', 'wide']
const MOST_DEEP = 8

/** The boxes between two places, each before those that are in it; undefined where they do not fit one into the other. */
function boxesIn(bytes: Buffer, from: number, to: number, deep = 0): Box[] | undefined {
  const boxes: Box[] = []
  let at = from
  while (at < to) {
    if (at + 8 > to || deep > MOST_DEEP) return undefined
    const short = bytes.readUInt32BE(at)
    const long = short === 1 && at + 16 <= to ? Number(bytes.readBigUInt64BE(at + 8)) : undefined
    const length = long ?? (short === 0 ? to - at : short)
    const box = { type: bytes.toString('latin1', at + 4, at + 8), at, from: at + (long === undefined ? 8 : 16), to: at + length }
    if (length < 8 || box.to > to || box.from > box.to) return undefined
    boxes.push(box)
    const inner = inside.includes(box.type) ? boxesIn(bytes, box.from, box.to, deep + 1) : []
    if (!inner) return undefined
    boxes.push(...inner)
    at = box.to
  }
  return boxes
}

/** Units a second and units in all, as mdhd says. */
function mediaHeader(bytes: Buffer, { from }: Box): { scale: number; units: number } {
  const wide = bytes[from] === 1
  const scale = bytes.readUInt32BE(from + (wide ? 20 : 12))
  const units = wide ? Number(bytes.readBigUInt64BE(from + 24)) : bytes.readUInt32BE(from + 16)
  return { scale, units: units >= 0xffffffff ? 0 : units }
}

/** The units that the table of sample times adds up to. */
function unitsOfTable(bytes: Buffer, { from }: Box): number {
  let units = 0
  for (let entry = 0; entry < bytes.readUInt32BE(from + 4); entry++)
    units += bytes.readUInt32BE(from + 8 + entry * 8) * bytes.readUInt32BE(from + 12 + entry * 8)
  return units
}

const flagsOf = (bytes: Buffer, { from }: Box) => bytes.readUInt32BE(from) & 0xffffff
const width = (flags: number, ...bits: number[]) => bits.filter((bit) => flags & bit).length * 4

/** How long each sample of a fragment is unless it says so itself. */
function usualUnits(bytes: Buffer, tfhd: Box): number | undefined {
  const flags = flagsOf(bytes, tfhd)
  if (!(flags & 0x8)) return undefined
  return bytes.readUInt32BE(tfhd.from + 8 + (flags & 0x1 ? 8 : 0) + width(flags, 0x2))
}

/** The units of a run of samples in a fragment. */
function unitsOfRun(bytes: Buffer, trun: Box, usual: number): number {
  const flags = flagsOf(bytes, trun)
  const count = bytes.readUInt32BE(trun.from + 4)
  if (!(flags & 0x100)) return count * usual
  const first = trun.from + 8 + width(flags, 0x1, 0x4)
  const each = width(flags, 0x100, 0x200, 0x400, 0x800)
  let units = 0
  for (let sample = 0; sample < count; sample++) units += bytes.readUInt32BE(first + sample * each)
  return units
}

function secondsOf(bytes: Buffer, boxes: readonly Box[]): number | undefined {
  const the = (type: string) => boxes.find((box) => box.type === type)
  const header = the('mdhd')
  if (!header) return undefined
  const { scale, units } = mediaHeader(bytes, header)
  const trex = the('trex')
  let [usual, inRuns] = [trex ? bytes.readUInt32BE(trex.from + 12) : 0, 0]
  for (const box of boxes) {
    if (box.type === 'tfhd') usual = usualUnits(bytes, box) ?? usual
    if (box.type === 'trun') inRuns += unitsOfRun(bytes, box, usual)
  }
  const table = the('stts')
  return scale ? Math.max(units, inRuns, table ? unitsOfTable(bytes, table) : 0) / scale : undefined
}

/** A recording in an MP4 (M4A) file, its notes blanked out. Undefined for pictures, several tracks, or boxes that do not fit. */
export function mp4Voice(raw: Buffer): Clean | undefined {
  try {
    const boxes = boxesIn(raw, 0, raw.length)
    const tracks = boxes?.filter(({ type }) => type === 'hdlr').map(({ from }) => raw.toString('latin1', from + 8, from + 12))
    const sound = tracks?.filter((track) => track === 'soun')
    if (!boxes || sound?.length !== 1 || tracks?.some((track) => track === 'vide')) return undefined
    const seconds = secondsOf(raw, boxes)
    if (seconds === undefined) return undefined
    const bytes = Buffer.from(raw)
    // They keep their room, because other boxes count bytes from the file's beginning.
    for (const { type, at, from, to } of boxes)
      if (notes.includes(type)) {
        bytes.write('free', at + 4, 'latin1')
        bytes.fill(0, from, to)
      }
    return { bytes, type: 'audio/mp4', seconds }
  } catch (error) {
    // A box that says it is longer than the file.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
