// npm run survey:count -- EXPORT --share FILE --share FILE … [--out FOLDER]
import { parseArgs } from 'node:util'

import { instant } from '../contract/time'
import { typedShare } from './ask'
import { command, GOOD, helped, misused, say } from './command'
import { recordFile, runCount, totalsFile } from './count/run'

const usage = [
  '用法:',
  '  npm run survey:count -- 选票文件夹 --share 份额1 --share 份额2 --share 份额3 [--out 结果文件夹]',
  '  不写 --share,就在键盘上一份一份地输入,或者用扫码枪扫。',
  '  在监票人自己的、不联网的电脑上运行。结果文件夹默认叫 count。',
]
const options = {
  share: { type: 'string', multiple: true },
  out: { type: 'string', default: 'count' },
  help: { type: 'boolean', short: 'h' },
} as const

command(async () => {
  let given
  try {
    given = parseArgs({ options, allowPositionals: true })
  } catch {
    return misused('有一个选项不认识。', usage)
  }
  const { values, positionals } = given
  const [folder, ...more] = positionals
  if (values.help) return helped(usage)
  if (folder === undefined || more.length > 0) return misused('请给出一个选票文件夹。', usage)
  const shares = { files: values.share ?? [], ask: typedShare() }
  const asked = { folder, shares, out: values.out, now: instant(new Date()), terminal: process.stdout.isTTY }
  await runCount(asked, say)
  say(`写好了 ${values.out}/${totalsFile}(交给办公室)和 ${values.out}/${recordFile}(加密记录,监票人自己保管)。`)
  return GOOD
})
