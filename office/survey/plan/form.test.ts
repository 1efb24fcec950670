import { Campaign, questionsDefault } from '../../../contract/survey'
import { fieldOf, instantOf } from '../when'
import { checklist, drawingUntil, faultsOf, formOf, planOf, type PlanForm } from './form'

const key = 'A'.repeat(43)
const campaign = Campaign.parse({
  id: 'c'.repeat(32),
  version: 3,
  state: 'draft',
  strata: [{ id: 'a'.repeat(32), county: '北流市', township: '民乐镇', units: [] }],
  plan: {
    ...{ title: '2026年万名群众评机关', questions: questionsDefault, weights: { service: 30, conduct: 30, results: 40 } },
    ...{ sample: 10_000, floor: 30, tokenKey: key, sealKey: key },
    source: { name: '双色球第 2026137 期', at: '2026-11-29T13:30:00.000Z' },
    ...{ opensAt: '2026-12-01T00:00:00.000Z', drawsUntil: '2026-12-13T00:00:00.000Z', castsUntil: '2026-12-15T00:00:00.000Z' },
  },
})
const form = (more: Partial<PlanForm> = {}): PlanForm => ({ ...formOf(campaign), ...more })

it('gives back the plan that it was filled from, by the clock in Shanghai', () => {
  expect(planOf(form())).toEqual(campaign.plan)
  expect(form().opensAt).toBe('2026-12-01T08:00')
  expect(faultsOf(form())).toEqual({})
  expect([fieldOf(undefined), instantOf(''), instantOf('2026-13-01T00:00')]).toEqual(['', undefined, undefined])
})

it('can be saved unfinished', () => {
  const bare = form({ tokenKey: ' ', sealKey: '', sourceName: '', sourceAt: '', opensAt: '', drawsUntil: '', castsUntil: '' })
  expect(faultsOf(bare)).toEqual({})
  expect(Object.keys(planOf(bare)).filter((name) => planOf(bare)[name as 'title'] !== undefined)).toEqual([
    ...['title', 'questions', 'weights', 'sample', 'floor'],
  ])
})

it.each<[Partial<PlanForm>, string]>([
  [{ title: ' ' }, 'title'],
  [{ questions: { ...questionsDefault, money: '' } }, 'questions'],
  [{ weights: { service: 30, conduct: 30, results: 41 } }, 'weights'],
  [{ weights: { service: 30, conduct: null, results: 40 } }, 'weights'],
  [{ sample: null }, 'sample'],
  [{ floor: null }, 'floor'],
  [{ sourceAt: '' }, 'sourceName'],
  [{ sealKey: 'A'.repeat(42) }, 'sealKey'],
  [{ tokenKey: `${'A'.repeat(42)}=` }, 'tokenKey'],
  [{ opensAt: '2026-11-29T21:30' }, 'opensAt'],
  [{ drawsUntil: '2026-12-01T08:00' }, 'drawsUntil'],
  [{ castsUntil: '2026-12-15T07:59' }, 'castsUntil'],
])('%j is not saved', (more, field) => {
  expect(Object.keys(faultsOf(form(more)))).toEqual([field])
})

it('moves the end of the casts along with the draws, and leaves one that is late enough', () => {
  expect(drawingUntil(form(), '2026-12-14T09:00').castsUntil).toBe('2026-12-16T09:00')
  expect(drawingUntil(form({ castsUntil: '' }), '2026-12-12T08:00').castsUntil).toBe('2026-12-14T08:00')
  expect(drawingUntil(form(), '2026-12-10T08:00').castsUntil).toBe('2026-12-15T08:00')
  expect(drawingUntil(form(), '').castsUntil).toBe('2026-12-15T08:00')
})

it('lists what a freeze still lacks; what lies in the past is lacking too', () => {
  const before = Date.parse('2026-11-20T00:00:00Z')
  const open = (at: number) => checklist(campaign, at).flatMap(({ says, done }) => (done ? [] : [says]))
  expect(open(before)).toEqual(['还有 1 个乡镇没选被评单位'])
  expect(open(Date.parse('2026-12-02T00:00:00Z'))).toHaveLength(3)
})
