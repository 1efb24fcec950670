// npm run survey:publish -- CAMPAIGN --out FOLDER: the open data of a counted campaign, from this machine's database or a stage's.
import path from 'node:path'
import { parseArgs } from 'node:util'

import { publish } from '../../auditor/publish'
import { CampaignId } from '../../contract/survey'
import { publicParts } from '../survey/public-parts'
import { rosterPlace } from './place'

const usage = '用法:npm run survey:publish -- 评议编号 --out 文件夹'

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
  const campaignId = CampaignId.safeParse(positionals[0])
  if (!campaignId.success || !values.out) throw new Error(usage)
  const place = await rosterPlace(process.env)
  try {
    const parts = await publicParts(place.table, campaignId.data)
    if (!parts) throw new Error('没有这次评议,或者监票人的结果还没有交上来。')
    const folder = path.resolve(values.out)
    await publish(folder, parts)
    console.log(`公开数据写在 ${folder}。核对:npm run survey:verify -- ${folder}`)
  } finally {
    await place.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
