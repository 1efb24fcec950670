import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import writeExcelFile from 'write-excel-file/node'

import { sheetNames, sheets, type SheetName } from './sheets'

/** Rows that are already set to text, so that Excel keeps leading noughts and long numbers. */
const TEXT_ROWS = 200
const asText = { type: String, format: '@' } as const

const cellsOf = (name: SheetName) => {
  const columns = Object.values(sheets[name].columns)
  const heading = columns.map((column) => ({ ...asText, value: column.heading, fontWeight: 'bold' as const, backgroundColor: '#e6efe9' }))
  const row = (mark: string, texts: string[]) =>
    texts.map((value, at) => ({ ...asText, value: at === 0 ? `${mark}:${value}` : value, textColor: '#777777', wrap: true }))
  const notes = columns.map(({ note, spare }) => [note, spare ? '这一列可以不要' : ''].filter(Boolean).join(';'))
  const blank = columns.map(() => ({ ...asText, value: '' }))
  return [
    heading,
    row(
      '示例',
      columns.map(({ example }) => example),
    ),
    row('说明', notes),
    ...Array.from({ length: TEXT_ROWS }, () => blank),
  ]
}

/**
 * Writes the five empty sheets into `folder`: headings, an example row and what it means. Rows that begin with 示例 or
 * 说明 are passed over when the sheets are read. A file that exists already is the office's and stays.
 */
export async function writeTemplate(folder: string): Promise<{ written: string[]; kept: string[] }> {
  await mkdir(folder, { recursive: true })
  const [written, kept]: [string[], string[]] = [[], []]
  for (const name of sheetNames) {
    const file = path.join(folder, `${sheets[name].names[0]}.xlsx`)
    if (existsSync(file)) {
      kept.push(file)
      continue
    }
    const columns = Object.values(sheets[name].columns).map(({ example, heading }) => ({
      width: Math.max(12, 2 * heading.length, 2 * example.length),
    }))
    await writeExcelFile(cellsOf(name), { columns, sheet: sheets[name].names[0], stickyRowsCount: 1 }).toFile(file)
    written.push(file)
  }
  return { written, kept }
}
