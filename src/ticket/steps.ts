import { isOpen, type OwnTicket, type TimelineEntry } from '../../contract/ticket'
import { faceWord } from '../design/faces'
import type { Step } from '../design/timeline'
import { day, moment } from '../design/when'
import { last } from '../design/last'

/** From which side the timeline is read. */
export type Side = 'sender' | 'staff'
type Told = Pick<OwnTicket, 'state' | 'timeline' | 'extendedTo' | 'rectification'>

/** What the clock did; nobody stands behind it. */
const byItself: readonly TimelineEntry['step'][] = [
  'flagged',
  'warned50',
  'warned80',
  'responseMissed',
  'raisedToHead',
  'raisedToLeader',
  'raisedToOffice',
  'raisedToCity',
  'waitingOver',
  'silent',
  'rectifyOverdue',
  'callBackOverdue',
]

function titleOfStep({ step, face, by, to = '' }: TimelineEntry, side: Side, until: string): string {
  switch (step) {
    case 'submitted':
      return '已收到'
    case 'triaged':
      return '督查组在看'
    case 'assigned':
      return `已转给 ${to}`
    case 'accepted':
      return '有人接手了'
    case 'answered':
      return '有了答复'
    case 'asked':
      return side === 'sender' ? '经办人问您' : '问了村民'
    case 'supplemented':
      return `${by}补充了说明`
    case 'resolved':
      return '办结答复'
    case 'confirmed':
      return face ? `${by}评价:${faceWord(face)}` : `${by}评价了`
    case 'reopened':
      return `${by}要求重办`
    case 'withdrawn':
      return `${by}撤回了`
    case 'transferOffered':
      return `想转给 ${to}`
    case 'transferred':
      return `已转给 ${to || by}`
    case 'transferRefused':
      return `${by}没有接`
    case 'declined':
      return '没有受理'
    case 'appealed':
      return `${by}请求再看一次`
    case 'merged':
      return `并到 ${to} 一起办`
    case 'mergedHere':
      return `${to} 并到这里一起办`
    case 'extensionAsked':
      return '申请延期'
    case 'extended':
      return until ? `已延期到 ${until}` : '已延期'
    case 'extensionRefused':
      return '没有同意延期'
    case 'rectified':
      return '整改好了'
    case 'calledBack':
      return side === 'sender' ? '打电话回访了您' : '已回访'
    case 'flagged':
      return '内容请督查组看一看'
    case 'warned50':
      return '时间过半,提醒了经办人'
    case 'warned80':
      return '快到期了,又提醒了经办人'
    case 'responseMissed':
      return '一直没有回应,已经上报'
    case 'raisedToHead':
      return '过期没办好,已上报单位负责人'
    case 'raisedToLeader':
      return '还没办好,已上报包村领导'
    case 'raisedToOffice':
      return '还没办好,已上报县级办公室'
    case 'raisedToCity':
      return '还没办好,已上报上级督查组'
    case 'waitingOver':
      return side === 'sender' ? '没等到您回话,先接着办' : '没等到村民回话,接着办'
    case 'silent':
      return '15 天没有回音,自动办结'
    case 'rectifyOverdue':
      return '整改过期,已上报督查组'
    case 'callBackOverdue':
      return '整改好了没人回访,已上报督查组'
  }
}

/** What the staff said to the villager. */
const answers: readonly TimelineEntry['step'][] = ['answered', 'asked', 'resolved', 'declined', 'extended', 'rectified', 'calledBack']

const later = {
  last: '办结答复',
  sender: { rate: '请您评价', rectify: '单位整改', callBack: '换人打电话回访您' },
  staff: { rate: '请村民评价', rectify: '整改', callBack: '换人回访村民' },
} as const

/** What still comes; the first of it is what everybody waits for, unless the work itself is. */
function comingOf({ state, rectification }: Told, side: Side): string[] {
  const { rate, rectify, callBack } = later[side]
  if (isOpen(state)) return [later.last, rate]
  if (state === 'resolved') return [rate]
  if (state !== 'confirmed' || !rectification || rectification.state === 'calledBack') return []
  return rectification.state === 'owed' ? [rectify, callBack] : [callBack]
}

/** The timeline as `side` reads it, with what still comes, greyed. */
export function stepsOf(ticket: Told, side: Side, now: number): Step[] {
  const { state, timeline, extendedTo } = ticket
  const until = extendedTo ? day(extendedTo, now) : ''
  const lastAnswer = last(timeline.filter(({ step, text }) => text && answers.includes(step)))
  const past = timeline.map((entry, place): Step => {
    const { step, by, at } = entry
    const isLast = place === timeline.length - 1 && isOpen(state)
    const small = [moment(at, now), ...(byItself.includes(step) ? [] : [step === 'submitted' ? `${by}交的` : by])]
    return {
      key: `${place}`,
      title: titleOfStep(entry, side, until),
      text: entry.text,
      small,
      // What came with the ticket itself stands above, with its words.
      media: step === 'submitted' ? undefined : entry.media,
      look: isLast ? 'now' : 'done',
      aloud: side === 'sender' && entry === lastAnswer,
    }
  })
  const coming = comingOf(ticket, side).map((title, place): Step => ({
    key: title + past.length,
    title,
    look: place === 0 && !isOpen(state) ? 'now' : 'todo',
  }))
  return [...past, ...coming]
}
