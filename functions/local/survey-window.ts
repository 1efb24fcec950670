// npm run survey:window -- CAMPAIGN --opens 2026-12-01T08:00+08:00 --draws-until … --casts-until … [--annul] [--stage prod]
// Makes the secret key of a campaign's tokens and says when ballots may be drawn and cast; draw and cast alone read it.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { keyFingerprint } from '../../ballot/digests'
import { newSecretKey, publicKey } from '../../ballot/token'
import { CampaignId } from '../../contract/survey'
import { instant } from '../../contract/time'
import { Window } from '../survey/window'
import { readWindows, windowsFile, writeWindows } from './kept-windows'

const usage = '用法:npm run survey:window -- 评议编号 --opens 时间 --draws-until 时间 --casts-until 时间 [--annul] [--stage prod]'

const when = (given: string | undefined) => (given === undefined ? undefined : instant(new Date(given)))

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ opens: { type: 'string' }, 'draws-until': { type: 'string' }, 'casts-until': { type: 'string' } },
      ...{ annul: { type: 'boolean' }, stage: { type: 'string' } },
    },
  })
  const { stage } = values
  const dataDir = path.resolve(process.env['DATA_DIR'] ?? '.local')
  const file = stage ? path.join(dataDir, `survey-window.${stage}.json`) : windowsFile(dataDir)
  const campaignId = CampaignId.parse(positionals[0])
  const windows = readWindows(file)
  const known = windows.find((window) => window.campaignId === campaignId)
  const window = Window.parse({
    campaignId,
    // One key a campaign, for ever: another one would tell voters apart.
    secretKey: known?.secretKey ?? toBase64url(newSecretKey((count) => new Uint8Array(randomBytes(count)))),
    opensAt: when(values.opens) ?? known?.opensAt,
    drawsUntil: when(values['draws-until']) ?? known?.drawsUntil,
    castsUntil: when(values['casts-until']) ?? known?.castsUntil,
    ...((values.annul ?? known?.annulled) && { annulled: true }),
  })
  writeWindows(file, [...windows.filter((one) => one !== known), window])
  const key = publicKey(fromBase64url(window.secretKey))
  console.log(`选票公钥(填进评议计划):${toBase64url(key)}`)
  console.log(`公钥指纹:${keyFingerprint(key)}`)
  console.log(`已写入 ${file}(只有本人能读)。`)
  if (!stage) return
  console.log('\n交给系统(这个文件请像印章一样保管,评议结束后销毁):\n')
  const value = `--type SecureString --overwrite --value file://${file}`
  console.log(`  aws ssm put-parameter --name /jinnongjia/${stage}/survey ${value}`)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 1
}
