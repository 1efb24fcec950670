import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

import { toBase64url } from '../../ballot/bytes'
import { drawSample, seedOf } from '../../ballot/sample'
import { newSecretKey, publicKey } from '../../ballot/token'
import type { HouseholdId, UnitId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { CampaignId, type CampaignPlan } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { plainCalendar } from '../calendar/calendar'
import { openPairing } from '../pairing'
import type { Table } from '../platform/table'
import { randomId, type Tag } from '../platform/tag'
import { openSurvey, surveyWake } from '../survey'
import { begun, type Campaign, freeze, planned, valued } from '../survey/campaign'
import { CAMPAIGN_ENTITY } from '../survey/campaigns'
import { rollIds } from '../survey/roll-id'
import { Window } from '../survey/window'
import { windowsFile, writeWindows } from './kept-windows'

const TITLE = '演示:万名群众评机关'
const SAMPLE = 200
const root = path.resolve(__dirname, '..', '..')
const run = promisify(execFile)

/** Where the shares of the demo's sealing key lie: what auditors would each have taken home. */
export const demoShares = (dataDir: string) => path.join(dataDir, 'survey-shares')

/** The sealing key, made by the auditors' own command in a process of its own: this one learns the public half alone. */
async function sealKey(dataDir: string): Promise<string> {
  const folder = demoShares(dataDir)
  rmSync(folder, { recursive: true, force: true })
  const args = ['--import', 'tsx', path.join(root, 'auditor', 'keys.ts'), '--auditors', '3', '--needed', '2', '--out', folder]
  const { stdout } = await run(process.execPath, args, { cwd: root })
  const [, key] = /封票公钥[^:]*:([A-Za-z0-9_-]{43})\s/.exec(stdout) ?? []
  if (!key) throw new Error('the demo has no key to seal with')
  return key
}

type Town = { table: Table; tag: Tag; dataDir: string; officeId: UnitId; invite: readonly HouseholdId[] }

/**
 * A survey of the town that opened yesterday, with keys made on this machine, taken through each of its states as an office would.
 * Its "public value" is one by which the households of `invite` are drawn: that is what makes it a demo, and its title says so.
 */
export async function openDemoSurvey({ table, tag, dataDir, officeId, invite }: Town, now: Instant): Promise<void> {
  const pairing = openPairing({ table, tag })
  let at = later(now, -4 * day)
  const roster = { roster: pairing.survey, householdsOf: pairing.householdsOf, isStaff: async () => false }
  const survey = openSurvey({ table, tag, ...roster, calendar: async () => plainCalendar, clock: () => at })
  const { campaigns, strata, rolls } = survey
  if ((await campaigns.all()).length > 0) return
  const wake = surveyWake(survey)
  const id = CampaignId.parse(randomId())
  const work = () => wake[CAMPAIGN_ENTITY]?.({ pk: '', sk: '', id }, at)
  async function decided(rule: (campaign: Campaign) => ReturnType<typeof freeze | typeof valued>): Promise<Campaign> {
    const after = await campaigns.change(id, rule, at)
    if (isProblem(after)) throw new Error('the demo survey could not be opened', { cause: after.problem })
    await work()
    return after
  }

  const fresh = begun({ id, title: TITLE, by: officeId, counties: await pairing.survey.countiesOf(officeId) }, at)
  await campaigns.add(fresh, at)
  await work()
  const secretKey = newSecretKey((length) => new Uint8Array(randomBytes(length)))
  const dates = { opensAt: later(now, -day), drawsUntil: later(now, 12 * day), castsUntil: later(now, 14 * day) }
  const plan: CampaignPlan = {
    ...{ ...fresh.plan, sample: SAMPLE, ...dates },
    source: { name: '演示用的数,不是公开摇出来的', at: later(now, -3 * day) },
    ...{ tokenKey: toBase64url(publicKey(secretKey)), sealKey: await sealKey(dataDir) },
  }
  await decided((campaign) => planned(campaign, plan))
  await decided((campaign) => freeze(campaign, true, at))
  writeWindows(windowsFile(dataDir), [Window.parse({ campaignId: id, secretKey: toBase64url(secretKey), ...dates })])

  at = later(now, -2 * day)
  const frozen = await campaigns.get(id)
  const [stratum] = await strata.all(id)
  if (!frozen?.frozenDigest || !stratum) throw new Error('the demo survey could not be frozen')
  const ids = (await rolls.ofStratum(id, stratum.id)).flat().map(({ rollId }) => rollId)
  const wanted = invite.map((household) => rollIds(tag)(id, household)).filter((rollId) => ids.includes(rollId))
  for (let nth = 1; ; nth++) {
    const publicValue = `演示 ${nth}`
    const seed = seedOf(frozen.frozenDigest, publicValue)
    const sample = new Set(drawSample(seed, stratum.id, ids, stratum.sample ?? 0))
    if (!wanted.every((rollId) => sample.has(rollId))) continue
    await decided((campaign) => valued(campaign, { publicValue, seed }, at))
    break
  }
  at = now
  await work()
}
