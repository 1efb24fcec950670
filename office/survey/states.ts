import type { StaffRole } from '../../contract/account'
import type { Campaign, CampaignState } from '../../contract/survey'
import type { ChipTone } from '../design/chip'

/** Where a campaign stands, as the office reads it. */
export const standings: Readonly<Record<CampaignState, readonly [words: string, tone: ChipTone]>> = {
  draft: ['起草中', 'grey'],
  freezing: ['正在冻结', 'grain'],
  frozen: ['已冻结,等公开数', 'grain'],
  sampling: ['正在抽户', 'grain'],
  open: ['评议中', 'field'],
  closed: ['已截止,等结果', 'grain'],
  counted: ['结果到了,等公布', 'grain'],
  published: ['已公布', 'field'],
  rectifying: ['整改中', 'grain'],
  archived: ['已归档', 'grey'],
  annulled: ['已作废', 'seal'],
}

/** The way of a campaign from its first draft to its file; states that pass by themselves belong to the step they work on. */
const steps: readonly { title: string; states: readonly CampaignState[] }[] = [
  { title: '起草', states: ['draft'] },
  { title: '冻结', states: ['freezing', 'frozen'] },
  { title: '抽户', states: ['sampling'] },
  { title: '评议', states: ['open'] },
  { title: '统计', states: ['closed', 'counted'] },
  { title: '公布', states: ['published'] },
  { title: '整改', states: ['rectifying'] },
  { title: '归档', states: ['archived'] },
]

/** The steps, each with whether it is behind, at hand or ahead; in an annulled campaign none is at hand. */
export function stepsOf(state: CampaignState): { title: string; is: 'done' | 'now' | 'next' }[] {
  const at = steps.findIndex((step) => step.states.includes(state))
  return steps.map(({ title }, nth) => ({ title, is: nth < at || state === 'archived' ? 'done' : nth === at ? 'now' : 'next' }))
}

/** Work that goes on by itself, and is looked after until it is done. */
export const isUnderWay = ({ done }: Pick<Campaign, 'done'>) => done !== undefined

const isFrozen = (state: CampaignState) => state !== 'draft' && state !== 'freezing'
const hasSample = (state: CampaignState) => isFrozen(state) && state !== 'frozen'

const tabs = [
  { key: 'plan', title: '方案', roles: ['office', 'inspection'], when: () => true },
  { key: 'progress', title: '进度', roles: ['office', 'inspection'], when: ({ state }: Campaign) => hasSample(state) },
  { key: 'paper', title: '纸质问卷', roles: ['office'], when: ({ state }: Campaign) => isFrozen(state) },
  { key: 'telephone', title: '电话评议', roles: ['office'], when: ({ state }: Campaign) => state === 'open' },
  { key: 'results', title: '结果', roles: ['office', 'inspection'], when: ({ totals }: Campaign) => totals !== undefined },
] as const

/** The pages of a campaign that these roles open and that have something to show now. */
export const tabsOf = (campaign: Campaign, roles: readonly StaffRole[]) =>
  tabs.filter((tab) => tab.when(campaign) && tab.roles.some((role) => roles.includes(role)))
