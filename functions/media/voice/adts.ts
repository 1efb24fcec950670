import type { Frame } from './frames'

// ISO/IEC 14496-3, table of sampling frequencies.
const rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350]
const HEADER = 7

/** The AAC frame with an ADTS header that begins at `at`, if one does. */
export function adtsFrame(bytes: Buffer, at: number): Frame | undefined {
  const [sync = 0, kind = 0, coded = 0, high = 0, middle = 0, low = 0, last = 0] = bytes.subarray(at, at + HEADER)
  if (sync !== 0xff || (kind & 0xf6) !== 0xf0) return undefined
  const rate = rates[(coded >> 2) & 15]
  const length = ((high & 3) << 11) | (middle << 3) | (low >> 5)
  if (!rate || length <= HEADER) return undefined
  return { length, seconds: (1024 * ((last & 3) + 1)) / rate }
}
