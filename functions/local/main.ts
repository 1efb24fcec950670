// npm start, after it has installed and built: the product on this machine until Ctrl-C.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { type Facts, type Log, traceOf } from '../platform/log'
import { shownProgress } from './progress'
import { startServer } from './server'

const port = Number(process.env['PORT'] ?? 8080)
const dataDir = path.resolve(process.env['DATA_DIR'] ?? '.local')
const say = (line: string) => console.log(line)

const keptHere = [
  ...['database', 'endpoint', 'secrets.json', 'sandbox.jsonl', 'fixture-under-way'],
  ...['ballots', 'ballots-endpoint', 'survey-window.json', 'survey-shares', 'export'],
]

const line = (level: string, event: string, facts: Facts = {}) => JSON.stringify({ level, event, ...facts })
/** One line an event, and only what somebody at the terminal would act on. */
const log: Log = {
  info: () => {},
  warn: (event, facts) => console.error(line('WARN', event, facts)),
  error: (event, error, facts) => console.error(line('ERROR', event, { ...traceOf(error), ...facts })),
}

async function main() {
  const { values } = parseArgs({ options: { reset: { type: 'boolean' } } })
  if (values.reset) for (const kept of keptHere) rmSync(path.join(dataDir, kept), { recursive: true, force: true })
  const { url, people, close } = await startServer({ port, dataDir, log, progress: shownProgress(process.stdout.isTTY, say) })
  const [villager] = people.interesting
  const cadre = people.interesting.find(({ id }) => id.startsWith('cadre-'))
  say('\n进农家已经启动,按 Ctrl-C 结束。\n')
  say(`  村民的手机    ${url}/?as=${villager?.id}   ${villager?.label}`)
  say(`  干部的手机    ${url}/?as=${cadre?.id}   ${cadre?.label}`)
  say(`  办公的电脑    ${url}/office/   挑一个干部登录,或用干部的手机确认`)
  say(`  微信沙箱      ${url}/sandbox/   换一个人、看收到的消息、让微信出错\n`)
  if (villager?.note) say(`  ${villager.label}:${villager.note}\n`)
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1)
      ending = true
      void close().then(() => process.exit(0))
    })
  }
}

main().catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken ? `端口 ${port} 已经被占用,可以换一个:PORT=8090 npm start` : error)
  process.exit(1)
})
