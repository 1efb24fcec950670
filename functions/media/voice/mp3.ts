import type { Frame } from './frames'

// ISO/IEC 11172-3 and 13818-3, Layer III: kbit/s by index, samples a second by index.
const bitrates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const rates: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8_000],
}
const LAYER_III = 1

/** The MPEG audio frame (Layer III) that begins at `at`, if one does. */
export function mp3Frame(bytes: Buffer, at: number): Frame | undefined {
  const [sync = 0, kind = 0, coded = 0] = bytes.subarray(at, at + 3)
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || ((kind >> 1) & 3) !== LAYER_III) return undefined
  const version = (kind >> 3) & 3
  const kilobits = (version === 3 ? bitrates.first : bitrates.second)[coded >> 4]
  const rate = rates[version]?.[(coded >> 2) & 3]
  if (!kilobits || !rate) return undefined
  const samples = version === 3 ? 1152 : 576
  const length = Math.floor((samples / 8) * ((kilobits * 1000) / rate)) + ((coded >> 1) & 1)
  return { length, seconds: samples / rate }
}
