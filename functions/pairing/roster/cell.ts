/** What a spreadsheet's cell may hold. */
export type Cell = string | number | boolean | Date | null | undefined

type Read = { text: string } | { says: string }

const FULL_WIDTH_TO_ASCII = 0xfee0

/** Full-width digits, letters and hyphens as ASCII; Chinese punctuation stays. */
const narrow = (text: string) =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_TO_ASCII),
    )
    .replace(/[\u3000\u00a0]/g, ' ')

/** How Excel and its CSV guard digits against Excel: `="0217"`, `'0217`. */
const unguarded = (text: string) => text.replace(/^="(.*)"$/s, '$1').replace(/^'/, '')

function ofText(raw: string): Read {
  const text = unguarded(narrow(raw).trim()).trim()
  if (text.includes('\ufffd')) return { says: '有乱码,请把文件另存为“CSV UTF-8”或 .xlsx 再试' }
  if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return { says: `被 Excel 写成了 ${text},后几位已经丢了,请把这一列设为“文本”后重新填` }
  if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text)) return { says: `公式出错了(${text}),请改成值` }
  return { text }
}

/** The date as the cell shows it; spreadsheets have no time zones. */
const dateText = (date: Date): Read => (Number.isNaN(date.getTime()) ? { says: '日期看不懂' } : { text: date.toISOString().slice(0, 10) })

/** A cell as text: trimmed, in half-width, numbers written out; or what is wrong with it. */
export function cellText(cell: Cell, wantsDate = false): Read {
  if (cell === null || cell === undefined) return { text: '' }
  if (typeof cell === 'string') return ofText(cell)
  if (typeof cell === 'boolean') return { text: cell ? '是' : '否' }
  if (cell instanceof Date) return wantsDate ? dateText(cell) : { says: '被 Excel 认成了日期,请把这一列设为“文本”后重新填' }
  if (Number.isSafeInteger(cell)) return { text: String(cell) }
  return { says: `应是整数或文字,现在是 ${cell}` }
}

/** Whether nothing is written in the cell. */
export const isBlank = (cell: Cell) => cell === null || cell === undefined || (typeof cell === 'string' && /^[\s\u3000]*$/.test(cell))
