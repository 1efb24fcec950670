/** Told by Excel from the system's own code page. */
const BYTE_ORDER_MARK = '\uFEFF'

type Cell = string | number | undefined
const cell = (value: Cell) => {
  const text = value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as RFC 4180 has it, in UTF-8 with a byte order mark. */
export const csv = (rows: readonly (readonly Cell[])[]) => BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
