// npm run survey:verify -- PUBLIC [RECORD --share FILE --share FILE …]
import { parseArgs } from 'node:util'

import { typedShare } from './ask'
import { command, FAILED, GOOD, helped, misused, say } from './command'
import { runVerify } from './verify/run'

const usage = [
  '用法:',
  '  npm run survey:verify -- 公开数据文件夹                                        谁都可以核对',
  '  npm run survey:verify -- 公开数据文件夹 加密记录 --share 份额1 --share 份额2 …  监票人重新计票',
]
const options = { share: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } as const

command(async () => {
  let given
  try {
    given = parseArgs({ options, allowPositionals: true })
  } catch {
    return misused('有一个选项不认识。', usage)
  }
  const { values, positionals } = given
  const [folder, record, ...more] = positionals
  if (values.help) return helped(usage)
  if (folder === undefined || more.length > 0) return misused('请给出公开数据的文件夹。', usage)
  const asked = { folder, record, shares: { files: values.share ?? [], ask: typedShare() }, terminal: process.stdout.isTTY }
  return (await runVerify(asked, say)).good ? GOOD : FAILED
})
