import { open } from 'node:fs/promises'

import readExcelFile from 'read-excel-file/node'

import type { Cell } from './cell'

type Tab = { title: string; rows: Cell[][] }

/** How a zip, and thereby every .xlsx, begins; and how an old or encrypted workbook does. */
const ZIP = '504b'
const OLD_OR_LOCKED = 'd0cf11e0'

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}

/** Digits beyond what a number holds stay as they are written. */
const kept = (digits: string): string | number => (Number.isSafeInteger(Number(digits)) || !/^\d+$/.test(digits) ? Number(digits) : digits)

// The library's types call a date the Date constructor.
const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : null

/** The tabs of an .xlsx file, or why it cannot be read. */
export async function readWorkbook(path: string): Promise<Tab[] | { says: string }> {
  const start = await firstBytes(path)
  if (start === '') return { says: '是空文件' }
  if (start === OLD_OR_LOCKED) return { says: '有密码或是旧格式,请去掉密码,另存为 .xlsx' }
  if (!start.startsWith(ZIP)) return { says: '不是 Excel 文件,请重新另存为 .xlsx' }
  try {
    const tabs = await readExcelFile(path, { parseNumber: kept })
    return tabs.map(({ sheet, data }) => ({ title: sheet, rows: data.map((row) => row.map(cellOf)) }))
  } catch {
    // The library throws many kinds of errors for a broken archive; to the office they are one.
    return { says: '打不开,文件可能坏了,请重新另存为 .xlsx' }
  }
}
