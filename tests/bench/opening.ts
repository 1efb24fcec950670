import { randomBytes } from 'node:crypto'
import { x25519 } from '@noble/curves/ed25519.js'

import { openerOf } from '../../auditor/opener'
import { addSheet } from '../../auditor/statistics/add-sheet'
import { newTally } from '../../auditor/statistics/tally'
import { seal, sealKeys } from '../../ballot/seal'
import { type Sheet, writeSheet } from '../../ballot/sheet'
import { tokenInfo } from '../../ballot/token'
import { CampaignId, StratumId, surveyLimits } from '../../contract/survey'

const BALLOTS = 500
const campaignId = CampaignId.parse('c'.repeat(32))
const stratumId = StratumId.parse('5'.repeat(32))
const full: Sheet = {
  watched: 1,
  units: Array.from({ length: surveyLimits.unitsMost }, (_, unit) => ({ unit, service: 4, conduct: 4, results: 3, money: 1 })),
}

async function secondsOf(work: () => Promise<void> | void): Promise<number> {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

/**
 * Ballots that one core opens, receipts and counts in a second; and what one costs in bare key agreements (X25519), of which opening
 * needs one, measured in the same run.
 */
export async function opening(): Promise<{ aSecond: number; agreements: number }> {
  const { publicKey, secretKey } = sealKeys(randomBytes)
  const info = tokenInfo(campaignId, stratumId)
  const sealed: Uint8Array[] = []
  for (let nth = 0; nth < BALLOTS; nth++) sealed.push(await seal(publicKey, info, writeSheet(full), randomBytes))
  const { receiptOf, sheetOf } = openerOf(campaignId, secretKey)(stratumId)
  const tally = newTally(1)

  const opened = await secondsOf(async () => {
    for (const ballot of sealed) {
      const sheet = await sheetOf(ballot)
      if (!sheet || addSheet(tally, 0, surveyLimits.unitsMost, sheet, 0) || !receiptOf(ballot)) throw new Error('a ballot does not open')
    }
  })
  const agreed = await secondsOf(() => {
    for (const ballot of sealed) x25519.getSharedSecret(secretKey, ballot.subarray(0, 32))
  })
  return { aSecond: BALLOTS / opened, agreements: opened / agreed }
}
