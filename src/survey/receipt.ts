/** A receipt's 64 signs in groups of four, as it is shown and compared. */
export const grouped = (receipt: string) => receipt.replace(/(.{4})(?=.)/g, '$1 ')

/** Its beginning, by which published receipts are asked for: many begin so, and nobody learns which is meant. */
export const prefixOf = (receipt: string) => receipt.slice(0, 2)
