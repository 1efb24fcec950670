import { readdir } from 'node:fs/promises'
import path from 'node:path'

import type { Faults } from './faults'
import { type SheetName, sheetNames, sheets } from './sheets'

/** A file of the folder that may hold sheets. */
export type Found = { name: string; path: string; format: 'xlsx' | 'csv' }

const IGNORED = /^(~\$|\.)|\.(tmp|bak|lnk|ini|db)$/i

/** Which sheet a file's or a tab's name means: the one whose longest name it ends with. */
export function sheetOf(title: string): SheetName | undefined {
  const bare = title.replace(/\s/g, '')
  const ends = sheetNames.flatMap((sheet) => sheets[sheet].names.filter((name) => bare.endsWith(name)).map((name) => ({ sheet, name })))
  return ends.sort((a, b) => b.name.length - a.name.length)[0]?.sheet
}

/** What Windows and WPS call a copy: `农户 (1)`, `农户 - 副本`. */
const withoutCopyMark = (stem: string) => stem.replace(/\s*([(\uff08]\d+[)\uff09]|-\s*副本\s*([(\uff08]\d+[)\uff09])?|的副本)$/, '')

/** The folder's spreadsheets, each once; says what cannot be one. Excel's lock files and the like are passed over. */
export async function spreadsheets(folder: string, faults: Faults): Promise<Found[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  const seen = new Map<string, string>()
  const found: Found[] = []
  for (const name of names.filter((each) => !IGNORED.test(each)).sort()) {
    const { name: stem, ext } = path.parse(name)
    const format = ext.toLowerCase().slice(1)
    if (format === 'xls' || format === 'et') faults.add({ file: name }, '是旧格式,请用 Excel 或 WPS 另存为 .xlsx')
    if (format !== 'xlsx' && format !== 'csv') continue
    const twin = seen.get(withoutCopyMark(stem))
    if (twin) faults.add({ file: name }, `和“${twin}”是同一张表,请只留一个`)
    else found.push({ name, path: path.join(folder, name), format })
    seen.set(withoutCopyMark(stem), twin ?? name)
  }
  return found
}
