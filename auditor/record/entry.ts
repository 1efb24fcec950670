import { SHEET_BYTES } from '../../ballot/sheet'
import { SpoiltBecause, SEALED_BYTES } from '../../contract/survey'

const STRATUM_BYTES = 16
const STATE_BYTES = 1
const ENTRY_BYTES = STATE_BYTES + SEALED_BYTES + SHEET_BYTES
const COUNTED = 0

/** One ballot of the record: as it was cast, and what stood in it; `sheet` is all zeros where it did not open. */
export type RecordEntry = { sealed: Uint8Array; sheet: Uint8Array; spoilt?: SpoiltBecause }
/** Ballots of one stratum that were opened one after the other. */
export type RecordPart = { stratumId: string; entries: RecordEntry[] }

/** A part as bytes: the stratum, then of each ballot 0 or the number of its reason, the sealed bytes, the sheet. */
export function packPart({ stratumId, entries }: RecordPart): Buffer {
  const heads = entries.map(({ sealed, sheet, spoilt }) => {
    const state = spoilt === undefined ? COUNTED : SpoiltBecause.options.indexOf(spoilt) + 1
    return Buffer.concat([Uint8Array.of(state), sealed, sheet], ENTRY_BYTES)
  })
  return Buffer.concat([Buffer.from(stratumId, 'hex'), ...heads])
}

/** The part that these bytes are; nothing where they are none. */
export function unpackPart(bytes: Uint8Array): RecordPart | undefined {
  const count = (bytes.length - STRATUM_BYTES) / ENTRY_BYTES
  if (!Number.isInteger(count) || count < 0) return undefined
  const entries = Array.from({ length: count }, (_, nth): RecordEntry => {
    const at = STRATUM_BYTES + nth * ENTRY_BYTES
    const sealedAt = at + STATE_BYTES
    return {
      sealed: bytes.subarray(sealedAt, sealedAt + SEALED_BYTES),
      sheet: bytes.subarray(sealedAt + SEALED_BYTES, at + ENTRY_BYTES),
      spoilt: SpoiltBecause.options[bytes[at]! - 1],
    }
  })
  return { stratumId: Buffer.from(bytes.subarray(0, STRATUM_BYTES)).toString('hex'), entries }
}
