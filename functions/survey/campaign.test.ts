import fc from 'fast-check'

import { UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { CampaignId, campaignStates, type CampaignPlan, type CampaignState } from '../../contract/survey'
import { day, hour, later } from '../../contract/time'
import {
  annulled,
  archived,
  begun,
  type Campaign,
  counted,
  drawn,
  freeze,
  frozen,
  planned,
  published,
  settled,
  struck,
  told,
  valued,
  ways,
  wholePlan,
} from './campaign'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const start = Instant.parse('2026-11-20T00:00:00.000Z')
const key = 'A'.repeat(43)
const digest = 'd'.repeat(64)

const fresh = begun({ id: CampaignId.parse(hex(1)), by: UnitId.parse(hex(2)), counties: ['北流市'], title: '评议' }, start)
const whole: CampaignPlan = {
  ...fresh.plan,
  source: { name: '开奖号', at: later(start, 2 * day) },
  ...{ tokenKey: key, sealKey: key },
  ...{ opensAt: later(start, 3 * day), drawsUntil: later(start, 13 * day), castsUntil: later(start, 15 * day) },
}

/** What can be done to a campaign; some of it by the office, the rest by the clock. */
const moves: Readonly<Record<string, (campaign: Campaign, now: Instant) => ReturnType<typeof planned> | ReturnType<typeof freeze>>> = {
  lookUp: (campaign) => (campaign.state === 'draft' ? settled(campaign) : campaign),
  plan: (campaign) => planned(campaign, whole),
  freeze: (campaign, now) => freeze(campaign, true, now),
  frozen: (campaign, now) => frozen(campaign, { frozenAt: now, frozenDigest: digest, digests: [digest] }),
  value: (campaign, now) => valued(campaign, { publicValue: '03 08', seed: digest }, now) as ReturnType<typeof freeze>,
  drawn: (campaign, now) => drawn(campaign, now),
  clock: (campaign, now) => struck(campaign, now),
  count: (campaign) => counted(campaign, digest),
  publish: (campaign, now) => published(campaign, now),
  toldNobody: (campaign) => told(campaign, 0),
  told: (campaign) => told(campaign, 2),
  archive: (campaign) => archived(campaign, 0),
  archiveTooEarly: (campaign) => archived(campaign, 1),
  annul: (campaign) => annulled(campaign, '钥匙泄露了'),
}

/** The one order of the programme, written anew: where each state lies on the way. */
const order: readonly CampaignState[] = campaignStates.filter((state) => state !== 'annulled')
const aRun = fc.array(fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.integer({ min: 0, max: 3 * 24 })), { maxLength: 60, size: 'max' })

test('whatever is done to a campaign, it goes one way only, and what is frozen stays', () => {
  const reached = new Set<CampaignState>()
  fc.assert(
    fc.property(aRun, (run) => {
      let [campaign, now] = [fresh, start]
      for (const [name, hours] of run) {
        now = later(now, hours * hour)
        const next = moves[name]!(campaign, now)
        if ('problem' in next) continue
        const [from, to] = [campaign.state, next.state]
        if (to !== 'annulled') expect(order.indexOf(to)).toBeGreaterThanOrEqual(order.indexOf(from))
        if (to !== from) expect(ways[from]).toContain(to)
        if (from === 'annulled') expect(to).toBe('annulled')
        if (from !== 'draft') expect(next.plan).toBe(campaign.plan)
        for (const fixed of ['frozenAt', 'frozenDigest', 'publicValue', 'seed', 'totalsDigest', 'because'] as const)
          if (campaign[fixed] !== undefined) expect(next[fixed]).toBe(campaign[fixed])
        if (to === 'annulled') expect(next.because).toBeTruthy()
        if (to === 'open') expect(now >= next.plan.opensAt!).toBe(true)
        if (to === 'sampling' && from === 'frozen')
          expect([next.frozenAt! < next.plan.source!.at, now >= next.plan.source!.at]).toEqual([true, true])
        if (to === 'closed') expect(now >= next.plan.castsUntil!).toBe(true)
        campaign = next
        reached.add(to)
      }
    }),
    { numRuns: 3000 },
  )
  expect(reached).toContain('annulled')
})

test('every state is reached in the order of the programme, and each can be annulled', () => {
  const at = (days: number) => later(start, days * day)
  const steps: [string, number, CampaignState][] = [
    ...([
      ['lookUp', 0, 'draft'],
      ['plan', 0, 'draft'],
      ['freeze', 0, 'freezing'],
      ['frozen', 1, 'frozen'],
    ] as const),
    ...([
      ['value', 2, 'sampling'],
      ['drawn', 2, 'sampling'],
      ['clock', 3, 'open'],
      ['clock', 15, 'closed'],
    ] as const),
    ...([
      ['count', 16, 'counted'],
      ['publish', 17, 'published'],
      ['told', 17, 'rectifying'],
      ['archive', 40, 'archived'],
    ] as const),
  ].map(([name, days, state]) => [name, days, state])
  let campaign = fresh
  for (const [name, days, state] of steps) {
    expect(annulled(campaign, '钥匙泄露了')).toMatchObject({ state: 'annulled', because: '钥匙泄露了' })
    const next = moves[name]!(campaign, at(days))
    if ('problem' in next) throw new Error(`${name}: ${next.problem}`)
    expect([name, next.state]).toEqual([name, state])
    campaign = next
  }
  expect(annulled(campaign, '查出有人作假')).toMatchObject({ state: 'annulled' })
  expect(annulled({ ...campaign, state: 'annulled' }, '再来一次')).toEqual({ problem: 'notInThisState' })
})

test.each<[string, Partial<CampaignPlan>]>([
  ['without the auditors’ key', { sealKey: undefined }],
  ['without the tokens’ key', { tokenKey: undefined }],
  ['without a source', { source: undefined }],
  ['with a value that comes out after the opening', { source: { name: '开奖号', at: later(start, 3 * day) } }],
  ['with draws that end before they begin', { drawsUntil: later(start, 3 * day) }],
  ['with less than 48 hours to cast', { castsUntil: later(start, 15 * day - 1) }],
])('a plan %s is not whole, and is not frozen', (_, change) => {
  const draft = settled({ ...fresh, plan: { ...whole, ...change } })
  expect(wholePlan(draft.plan)).toBeUndefined()
  expect(freeze(draft, true, start)).toEqual({ problem: 'surveyIncomplete' })
})

test('nothing is frozen once the value may be known; a roll that takes too long ends the campaign', () => {
  const draft = settled({ ...fresh, plan: whole })
  expect(freeze(draft, true, later(start, 2 * day))).toEqual({ problem: 'surveyIncomplete' })
  expect(freeze(draft, false, start)).toEqual({ problem: 'surveyIncomplete' })
  const freezing = freeze(draft, true, start) as Campaign
  const facts = { frozenAt: later(start, 2 * day), frozenDigest: digest, digests: [digest] }
  expect(frozen(freezing, facts)).toMatchObject({ state: 'annulled', because: expect.stringContaining('公开数') })
})
