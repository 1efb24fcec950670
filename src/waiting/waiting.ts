import { kinds } from '../../contract/ticket'
import { type Errand, wordsOf } from '../api/errand'

const tasks: Readonly<Record<Exclude<Errand['task'], 'submit' | 'visit'>, string>> = {
  supplement: '补充说明',
  reopen: '要求重办',
  confirm: '评价',
  withdraw: '撤回',
  appeal: '请再看一次',
  triage: '我先看看',
  accept: '我来办',
  answer: '答复',
  ask: '问村民',
  resolve: '办结答复',
  assign: '交给单位办',
  offer: '转给别的单位',
  takeOver: '接着办',
  refuseOffer: '不接',
  decline: '不受理',
  askExtension: '申请延期',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  merge: '并到另一件',
  rectify: '整改',
  callBack: '回访',
}

function taskOf(errand: Errand): string {
  if (errand.task === 'submit') return kinds[errand.body.kind]
  return errand.task === 'visit' ? `帮${errand.body.villagerName}写的${kinds[errand.body.ticket.kind]}` : tasks[errand.task]
}

/** What waits to be sent, in a line: `投诉:屋后的水渠堵了…`. */
export function nameOf(errand: Errand): string {
  const task = taskOf(errand)
  const words = wordsOf(errand)?.split('\n')[0]
  return words ? `${task}:${words}` : task
}

/** Why it is still here. */
export function whyHere({ says, tried }: Errand): string {
  if (says) return `没交成:${says}`
  return tried ? '正在发,没发出去会自动再发' : '等有网时自动发出'
}
