// npm run roster -- DIR [--apply] | --template DIR
import { statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { loadRoster } from '../pairing/roster/load'
import { reportLines } from '../pairing/roster/report'
import { writeTemplate } from '../pairing/roster/template'
import { rosterPlace } from './place'
import { shownProgress } from './progress'

const GOOD = 0
const WRONG_SHEETS = 1
const WRONG_USE = 2
const CUT_SHORT = 130

const usage = [
  '用法:',
  '  npm run roster -- 文件夹             核对文件夹里的名册,不写入',
  '  npm run roster -- 文件夹 --apply     核对无误就写入',
  '  npm run roster -- --template 文件夹  写出五张空表和填写示例',
]

const say = (line: string) => console.log(line)
const isFolder = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true

function misused(why: string): number {
  console.error([why, ...usage].join('\n'))
  return WRONG_USE
}

async function template(folder: string): Promise<number> {
  const { written, kept } = await writeTemplate(folder)
  for (const file of written) say(`写好了 ${file}`)
  for (const file of kept) say(`已经有 ${file},没有动它`)
  return GOOD
}

async function load(folder: string, apply: boolean): Promise<number> {
  const place = await rosterPlace(process.env)
  const progress = shownProgress(process.stdout.isTTY, say)
  const began = Date.now()
  try {
    const report = await loadRoster(folder, { table: place.table, tag: place.tag, progress }, { apply })
    for (const line of reportLines(report)) say(line)
    say(`用了 ${((Date.now() - began) / 1000).toFixed(1)} 秒。`)
    return report.faultCount > 0 ? WRONG_SHEETS : GOOD
  } finally {
    await place.close()
  }
}

async function main(): Promise<number> {
  const options = { apply: { type: 'boolean' }, template: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
  let given
  try {
    given = parseArgs({ options, allowPositionals: true })
  } catch {
    return misused('有一个选项不认识。')
  }
  const { values, positionals } = given
  if (values.help) {
    usage.forEach(say)
    return GOOD
  }
  if (values.template !== undefined && positionals.length === 0) return template(path.resolve(values.template))
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1 || values.template !== undefined) return misused('请给一个文件夹。')
  if (!isFolder(folder)) return misused(`没有“${folder}”这个文件夹。`)
  return load(path.resolve(folder), values.apply === true)
}

process.once('SIGINT', () => {
  say('\n中断了。已经写进去的不会丢,再运行一次就接着写。')
  process.exit(CUT_SHORT)
})

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error('没有做完:', error instanceof Error ? error.message : error)
    console.error('已经写进去的不会丢,再运行一次就接着写。')
    process.exit(WRONG_SHEETS)
  },
)
