// npm run survey:keys -- --auditors 5 --needed 3 [--out FOLDER]
import { parseArgs } from 'node:util'

import { answerOf, clearScreen } from './ask'
import { command, GOOD, helped, misused, say } from './command'
import { runKeys } from './keys/run'
import { auditorsMost } from './keys/shares'

const usage = [
  '用法:',
  '  npm run survey:keys -- --auditors 监票人数 --needed 开票要几位到场 [--out 文件夹]',
  '  例如:npm run survey:keys -- --auditors 5 --needed 3',
  '  在监票人自己的、不联网的电脑上运行。屏幕上一份一份地显示,每位监票人单独上前抄下或拍下自己的一份。',
  '  加 --out 就改为写成文件,一人一个。完整的私钥在任何地方都不保存。',
]
const options = {
  auditors: { type: 'string' },
  needed: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const whole = (text: string | undefined) => (/^[0-9]{1,3}$/.test(text ?? '') ? Number(text) : 0)

async function handOver(page: readonly string[]) {
  if (!process.stdin.isTTY) return page.forEach(say)
  clearScreen()
  await answerOf(`${page[0]}\n请这一位监票人单独上前,按回车显示。`)
  clearScreen()
  page.forEach(say)
  await answerOf('记好以后按回车,屏幕就清掉。')
  clearScreen()
}

command(async () => {
  let given
  try {
    given = parseArgs({ options })
  } catch {
    return misused('有一个选项不认识。', usage)
  }
  const { values } = given
  if (values.help) return helped(usage)
  const [auditors, needed] = [whole(values.auditors), whole(values.needed)]
  if (auditors < 2 || auditors > auditorsMost) return misused(`监票人要有 2 到 ${auditorsMost} 位:--auditors 5`, usage)
  if (needed < 2 || needed > auditors) return misused(`开票时到场的人数要在 2 和 ${auditors} 之间:--needed 3`, usage)
  await runKeys({ auditors, needed, out: values.out }, { say, handOver, terminal: process.stdout.isTTY })
  return GOOD
})
