// npm run survey:export -- [CAMPAIGN] [--out FOLDER]: what the function `export` does each midnight, on this machine and now.
import path from 'node:path'
import { parseArgs } from 'node:util'

import { CampaignId } from '../../contract/survey'
import { systemClock } from '../platform/clock'
import { surveyExports } from '../survey/exports'
import { openBallots, openDatabase } from './database'
import { exportFolder, shelfIn } from './export-folder'

const said = {
  nothing: '现在没有要做的',
  digest: '公布了一次新收到选票的摘要',
  closed: '投票已经截止,给监票人的文件夹写好了',
  overtaken: '别处刚刚做过',
} as const

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
  const dataDir = path.resolve(process.env['DATA_DIR'] ?? '.local')
  const folder = path.resolve(values.out ?? exportFolder(dataDir))
  const [main, ballots] = [await openDatabase(dataDir), await openBallots(dataDir)]
  try {
    const exports = surveyExports({ table: main.table, ballots: ballots.table })
    const [given] = positionals
    const results = given === undefined ? await exports.due(shelfIn(folder), systemClock()) : []
    for (const { campaignId, done } of results) console.log(`评议 ${campaignId}:${said[done]}。`)
    if (given === undefined) return console.log(results.length === 0 ? '没有正在进行的评议。' : `文件夹在 ${folder}。`)
    const isWritten = await exports.again(CampaignId.parse(given), shelfIn(folder), systemClock())
    if (isWritten) return console.log(`给监票人的文件夹写在 ${path.join(folder, given)}。`)
    console.error('这次评议还没有截止,或者没有这次评议。')
    process.exitCode = 1
  } finally {
    await ballots.close()
    await main.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
