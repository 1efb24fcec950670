import { openerOf, sealKeyOf } from '../opener'
import { shownProgress } from '../progress'
import { readRecord } from '../record/read'
import { Refusal } from '../refusal'
import { sharedKey, type Shares } from '../shared-key'
import type { Check } from './check'
import { chainHolds, digestsHide } from './digests'
import { figuresFit, partsMakeTheWhole } from './figures'
import { filesComplete, tablesAgree } from './files'
import { frozenHolds, seedHolds, sizesHold, strataAgree, timesInOrder } from './frozen'
import { readPublic, type PublicFolder } from './public-folder'
import { groupsAgree, nothingUnderTen, unitsListed, watchedAgrees } from './published'
import { neverMoreThanDraws, receiptsOnce, voidsAddUp } from './receipts'
import { recordChecks } from './recount'
import { drawRepeats, rollHolds } from './roll'
import { spoiltAgree, turnoutAgrees, weightsAgree } from './turnout'

const publicChecks: readonly Check[] = [
  ...[filesComplete, frozenHolds, timesInOrder, seedHolds, sizesHold, strataAgree, rollHolds, drawRepeats],
  ...[receiptsOnce, neverMoreThanDraws, chainHolds, digestsHide, voidsAddUp],
  ...[
    turnoutAgrees,
    spoiltAgree,
    weightsAgree,
    unitsListed,
    nothingUnderTen,
    figuresFit,
    partsMakeTheWhole,
    groupsAgree,
    watchedAgrees,
    tablesAgree,
  ],
]

/** Lines that are printed of one check; the rest is counted. */
const SHOWN_MOST = 5

const READABLE = '公开的数据读得出来'

export type Verdict = { good: boolean; failed: string[] }
type Asked = { folder: string; record?: string; shares: Shares; terminal: boolean }
type Say = (line: string) => void

async function withRecord({ record, shares, terminal }: Asked, data: PublicFolder, say: Say): Promise<Check[]> {
  if (record === undefined) return []
  const { frozen } = data.campaign
  const secretKey = await sharedKey(shares, sealKeyOf(frozen))
  const progress = shownProgress('重新开票', data.receipts.length, say, terminal)
  async function* parts() {
    yield* readRecord(record ?? '', secretKey, frozen.campaignId)
    progress.end()
  }
  return recordChecks(parts, openerOf(frozen.campaignId, secretKey), progress.more)
}

/** Goes through one check; false where anything was found. */
async function passes({ name, problems }: Check, data: PublicFolder, say: Say): Promise<boolean> {
  const found: string[] = []
  try {
    for await (const problem of problems(data)) found.push(problem)
  } catch (error) {
    // A file that is missing or broken fails the check that needs it; the others still say what they find.
    if (!(error instanceof Refusal)) throw error
    found.push(error.message)
  }
  say(`${found.length === 0 ? '✓' : '✗'} ${name}`)
  for (const problem of found.slice(0, SHOWN_MOST)) say(`    ${problem}`)
  if (found.length > SHOWN_MOST) say(`    还有 ${found.length - SHOWN_MOST} 处`)
  return found.length === 0
}

/** Checks the open data, and with the auditors' record the whole count; says each check, and the verdict last. */
export async function runVerify(asked: Asked, say: Say): Promise<Verdict> {
  let data
  try {
    data = await readPublic(asked.folder)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const line of [`✗ ${READABLE}`, `    ${error.message}`, '结论:公开的数据不完整,没法核对,这份结果不能相信。']) say(line)
    return { good: false, failed: [READABLE] }
  }
  say(`✓ ${READABLE}`)
  const checks = [...publicChecks, ...(await withRecord(asked, data, say))]
  const failed: string[] = []
  for (const check of checks) if (!(await passes(check, data, say))) failed.push(check.name)
  const whole = asked.record === undefined ? '' : ',重新计票也一样'
  say(
    failed.length === 0
      ? `结论:全部 ${checks.length + 1} 项都对${whole}。`
      : `结论:${checks.length + 1} 项里有 ${failed.length} 项不对,这份结果不能相信。`,
  )
  return { good: failed.length === 0, failed }
}
