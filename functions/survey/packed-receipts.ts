const RECEIPT_BYTES = 32

/** Receipts as bytes, one after the other: half of what they take as text. */
export const packed = (receipts: readonly string[]): Uint8Array => Buffer.from(receipts.join(''), 'hex')

/** The receipts in these bytes. */
export function unpacked(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('hex')
  return Array.from({ length: bytes.length / RECEIPT_BYTES }, (_, at) => text.slice(at * 64, (at + 1) * 64))
}
