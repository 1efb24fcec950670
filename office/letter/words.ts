import type { steps, TimelineEntry } from '../../contract/ticket'
import { faces } from '../../contract/ticket'

type Step = (typeof steps)[number]

const titles: Readonly<Record<Step, string>> = {
  submitted: '交来',
  triaged: '督查组受理',
  assigned: '分派给',
  accepted: '接收',
  answered: '答复村民',
  asked: '问村民',
  supplemented: '村民补充',
  resolved: '办结答复',
  confirmed: '村民评价',
  reopened: '村民要求重办',
  withdrawn: '村民撤回',
  transferOffered: '请别的单位接办',
  transferred: '转由别的单位接办',
  transferRefused: '对方不接,仍由原单位办',
  declined: '不予办理',
  appealed: '村民申诉',
  merged: '并入',
  mergedHere: '并进来',
  extensionAsked: '申请延期',
  extended: '同意延期',
  extensionRefused: '不同意延期',
  rectified: '整改完',
  calledBack: '已回访',
  flagged: '内容检查标记,请看一看',
  warned50: '时间过了一半,已提醒',
  warned80: '时间只剩两成,已提醒',
  responseMissed: '24 小时没有首次答复',
  raisedToHead: '逾期,报单位负责人',
  raisedToLeader: '逾期,报包村领导',
  raisedToOffice: '逾期,报县(市)办公室',
  raisedToCity: '逾期,报市督查',
  waitingOver: '村民没回话,继续办理',
  silent: '15 天没有评价,自动办结',
  rectifyOverdue: '整改逾期',
  callBackOverdue: '回访逾期',
}

/** Steps that the clock made because nobody else did anything. */
const pressing: ReadonlySet<Step> = new Set([
  'responseMissed',
  'raisedToHead',
  'raisedToLeader',
  'raisedToOffice',
  'raisedToCity',
  'rectifyOverdue',
  'callBackOverdue',
  'reopened',
  'appealed',
  'flagged',
])

const quiet: ReadonlySet<Step> = new Set(['warned50', 'warned80', 'waitingOver', 'silent'])

/** What a line of the timeline says, with the unit, number or face that belongs to it. */
export function titleOf({ step, to, face }: Pick<TimelineEntry, 'step' | 'to' | 'face'>): string {
  if (step === 'confirmed' && face) return `村民评价:${faces[face - 1]}`
  if (step === 'submitted') return to ? `交来(${to})` : titles.submitted
  return to ? `${titles[step]} ${to}` : titles[step]
}

/** How a line of the timeline looks: what is pressing stands out, reminders step back. */
export const lookOf = (step: Step): 'plain' | 'pressing' | 'quiet' =>
  pressing.has(step) ? 'pressing' : quiet.has(step) ? 'quiet' : 'plain'
