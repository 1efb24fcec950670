import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import type { Sheet } from '../../ballot/sheet'
import type { Campaign, Interval, UnitResult } from '../../contract/survey'
import { Totals } from '../../contract/survey'
import { day } from '../../contract/time'
import { nodeAhead } from '../ahead'
import { good } from '../bench/product'
import { until } from '../weapp/until'
import { askingAs, type Desktop, signInByPicking } from './desktop'
import { tie } from './people'
import type { Phone } from './phone'
import { openStage, type Stage } from './stage'
import { votesByTelephone, waitingHouseholds } from './voters'
import { pageInFront, rateAll } from './voting'

jest.setTimeout(300_000)

const DEMO = '演示:万名群众评机关'
const LOWEST = '水利局'
/** Beyond the last day of the demo's survey, which ends a fortnight after the first start. */
const LATER = 15 * day
const BY_TELEPHONE = 24
const root = path.resolve(__dirname, '../..')
const run = promisify(execFile)

let stage: Stage
let folder = ''
let [villager, office]: [Phone, Desktop] = [] as never
let [campaign, totals]: [Campaign, Totals] = [] as never
const receipts: string[] = []
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'survey-end-'))
  stage = await openStage()
})
afterAll(async () => {
  await stage?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A command of package.json as it is typed at a terminal, on the day after the close. */
async function npmRun(command: string, ...given: string[]) {
  const { args, env } = nodeAhead(LATER)
  const options = `${process.env['NODE_OPTIONS'] ?? ''} ${args.join(' ')}`
  const place = { DATA_DIR: stage.dataDir, NODE_OPTIONS: options, NODE_NO_WARNINGS: '1' }
  return (await run('npm', ['run', '--silent', command, '--', ...given], { cwd: root, env: { ...process.env, ...place, ...env } })).stdout
}

/** All say that one unit is bad and takes money, and the others are good, each a little differently. */
const sheet = (voter: number): Sheet => ({
  watched: 1,
  units: campaign.strata[0]!.units.map(({ name }, unit) =>
    name.includes(LOWEST)
      ? { unit, service: 1, conduct: 1 + (voter % 2), results: 1, money: voter % 4 ? 1 : 2 }
      : { unit, service: 5, conduct: 4 + ((voter + unit) % 2), results: 4, money: 1 },
  ),
})

it('is voted in by a phone, and on the telephone by as many as it takes', async () => {
  villager = await stage.phoneOf('0217')
  await tie(villager)
  await villager.tap(/^抽中您家评机关/)
  await villager.tap('开始评')
  await pageInFront(villager)
  await rateAll(villager)
  await villager.tap('没有,我自己填的')
  await villager.tap('看一遍')
  await villager.see('再看一遍')
  await villager.tap('投进票箱')
  await villager.see('已经投进票箱')
  const shown = (await villager.page.locator('.receipt').filter({ visible: true }).first().innerText()).replace(/\s/g, '')
  expect(shown).toMatch(/^[0-9a-f]{64}$/)
  receipts.push(shown)

  office = await stage.desktop()
  await signInByPicking(office, '办公室', /^办公室 /)
  const ask = await askingAs(office, stage.url)
  const { items } = good(await ask('GET /v1/surveys'))
  campaign = good(await ask('GET /v1/surveys/{id}', { params: { id: items.find(({ title }) => title === DEMO)!.id } }))
  expect(campaign.strata[0]!.units.filter(({ name }) => name.includes(LOWEST))).toHaveLength(1)
  for (const [voter, household] of (await waitingHouseholds(ask, campaign, BY_TELEPHONE)).entries())
    receipts.push(await votesByTelephone(ask, campaign, household, sheet(voter)))
})

it('closes by itself, and the auditors count what was exported with two of their shares', async () => {
  await office.close()
  await stage.later(LATER)
  await stage.age(villager, LATER)
  office = await stage.desktop()
  await stage.age(office, LATER)
  await signInByPicking(office, '办公室', /^办公室 /)
  const ask = await askingAs(office, stage.url)
  const state = async () => good(await ask('GET /v1/surveys/{id}', { params: { id: campaign.id } })).state
  await until(async () => ((await state()) === 'closed' ? true : undefined), 30_000)
  await office.tap('群众评机关')
  await office.tap(DEMO)
  await office.see('下一步:交监票人的结果')
  expect(await office.barriers()).toEqual([])

  expect(await npmRun('survey:export')).toContain('投票已经截止')
  const shares = path.join(stage.dataDir, 'survey-shares')
  const [one, two] = readdirSync(shares).map((file) => ['--share', path.join(shares, file)])
  await npmRun('survey:count', path.join(stage.dataDir, 'export', campaign.id), ...one!, ...two!, '--out', path.join(folder, 'count'))
  totals = Totals.parse(JSON.parse(readFileSync(path.join(folder, 'count', 'totals.json'), 'utf8')))
  expect(totals.strata).toMatchObject([{ drew: receipts.length, ballots: receipts.length, spoilt: 0 }])
  const lowest = totals.units.filter(({ group }) => group !== 1)
  expect(lowest.map(({ name }) => name)).toEqual([expect.stringContaining(LOWEST)])
})

it('is handed in and published by the office, whose page shows the auditors’ figures', async () => {
  await office.page.getByLabel('totals.json').setInputFiles(path.join(folder, 'count', 'totals.json'))
  await office.see(`totals.json:${receipts.length} 张票,其中废票 0 张`)
  await office.tap('交上去')
  await office.see('下一步:公布')
  expect(await office.barriers()).toEqual([])
  await office.tap('公布结果')
  await office.tap('公布')
  await office.see('下一步:归档')
  await office.tap('结果')
  await office.see('第 2 组')
  await office.see(`${receipts.length} / ${totals.strata[0]!.sample}`)
  for (const { name, asked, score, money } of totals.units) {
    const row = office.page.getByRole('row').filter({ has: office.page.getByRole('rowheader', { name, exact: true }) })
    const cells = await row.getByRole('cell').allInnerTexts()
    expect([name, ...cells.slice(1, 4)]).toEqual([name, score!.value.toFixed(1), exactly(score!), String(asked)])
    expect(cells.at(-1)).toContain(`${money!.share.value.toFixed(1)}%`)
  }
  expect(await office.barriers()).toEqual([])
})
const exactly = ({ low, high }: Interval) => `${low.toFixed(1)}–${high.toFixed(1)}`
const rounded = ({ value, low, high }: Interval) => `${Math.round(value)} 分(${Math.round(low)} 到 ${Math.round(high)})`

it('is open to everybody, who repeat all of it', async () => {
  const out = path.join(folder, 'public')
  await npmRun('survey:publish', campaign.id, '--out', out)
  expect(await npmRun('survey:verify', out)).not.toContain('✗')
})

it('shows a villager the same figures, and the own ballot among the receipts of a digest', async () => {
  await villager.open('survey/results/screen')
  await villager.see(DEMO)
  await villager.see('第 2 组')
  const text = (await villager.text()).replace(/\s+/g, ' ')
  const figuresOf = ({ name, score, questions }: UnitResult) => [
    ...[name, '总分', rounded(score!), '办事', rounded(questions.service!.mean)],
    ...['作风', rounded(questions.conduct!.mean), '办成事', rounded(questions.results!.mean)],
  ]
  for (const unit of totals.units) expect(text).toContain(figuresOf(unit).join(' '))
  await villager.see(/水利局怎么改$/)
  await villager.see(/以前答复,还没有答复。$/)

  await villager.open('survey/start/screen')
  await villager.see('您的票已经在票箱里')
  await villager.tap('找我的票')
  await villager.see('公布的名单里有您的票,已经算进去了。')
  // By its first two signs alone, and without a session: nobody learns whose it is.
  const [own = ''] = receipts
  const ask = await askingAs(office, stage.url)
  const named = { campaignId: campaign.id }
  const published = good(await ask('GET /v1/survey-receipts/{campaignId}/{prefix}', { params: { ...named, prefix: own.slice(0, 2) } }))
  const line = published.items.find(({ receipt }) => receipt === own)
  const digests = good(await ask('GET /v1/survey-digests/{campaignId}', { params: named })).items
  expect(line).toMatchObject({ spoilt: false })
  expect(digests.map(({ n }) => n)).toContain(line!.digest)
})

it('has the lowest unit answer, which everybody reads, and is put away', async () => {
  await office.tap('方案')
  await office.see(/^还有 1 个单位没有答复:.*水利局。$/)
  expect(await office.page.getByRole('button', { name: '归档' }).isDisabled()).toBe(true)
  const desk = await stage.desktop()
  await stage.age(desk, LATER)
  await signInByPicking(desk, LOWEST, /^经办 /)
  await desk.tap('评议整改')
  await desk.tap(new RegExp(`${LOWEST}$`))
  await desk.see('怎么整改?写给群众看')
  expect(await desk.barriers()).toEqual([])
  await desk.type(/^怎么整改/, '收的钱退回去了,窗口换了人。')
  await desk.tap('发出答复')
  await desk.tap('发出,公开')
  // What was typed stands there before it is sent, too.
  await desk.page.getByRole('textbox', { name: /^怎么整改/ }).waitFor({ state: 'hidden' })
  await desk.see('收的钱退回去了,窗口换了人。')
  await desk.close()

  await villager.open('survey/results/screen')
  await villager.reload()
  await villager.see('收的钱退回去了,窗口换了人。')
  await office.reload()
  await office.tap('归档')
  await office.see('已归档')
  expect(await office.barriers()).toEqual([])
})
