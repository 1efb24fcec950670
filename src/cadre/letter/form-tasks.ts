import type { ButtonTone } from '../../design/button'
import type { Attaching } from '../../media/attach'

/** What is written about a letter, each in a form of its own. */
export const formTasks = [
  'answer',
  'resolve',
  'ask',
  'offer',
  'refuseOffer',
  'decline',
  'askExtension',
  'refuseExtension',
  'merge',
  'rectify',
  'callBack',
] as const
export type FormTask = (typeof formTasks)[number]

type Form = { title: string; placeholder: string; send: string; explain?: string; tone?: ButtonTone; attach?: Attaching }

/** The words of the forms that have words alone, or words after a choice. */
export const forms: Readonly<Record<Exclude<FormTask, 'merge'>, Form>> = {
  answer: { title: '答复村民', placeholder: '例:明天上午带挖机来清淤,请留人在家。', send: '发出答复', attach: { voice: true } },
  resolve: {
    title: '办好了,说说怎么办的',
    placeholder: '例:水渠已经清通,11 月 20 日放水。',
    send: '办结,请村民评价',
    attach: { beforeAndAfter: true },
  },
  ask: {
    title: '问村民什么?',
    placeholder: '例:堵在哪一段?明天上午家里有人吗?',
    send: '发给村民',
    explain: '最多等 7 天,办理的期限不变。',
  },
  offer: {
    title: '转给哪个单位?',
    placeholder: '说说为什么该他们办。',
    send: '请他们接',
    explain: '对方接了才算转走;没接以前还是您单位办,期限不变。',
  },
  refuseOffer: { title: '为什么不接?', placeholder: '例:这段水渠不归我们管。', send: '不接' },
  decline: {
    title: '为什么不受理?',
    placeholder: '跟村民说清楚。',
    send: '不受理',
    tone: 'seal',
    explain: '村民看得到理由,不服可以请督查组再看一次。不归您单位管不是理由,请转给别的单位。',
  },
  askExtension: {
    title: '要多几天?',
    placeholder: '先给村民一个交代。例:挖机在邻村,下周三才能过来。',
    send: '请督查组批',
    explain: '只能延一次,督查组同意才算数。同意以后这段话发给村民。',
  },
  refuseExtension: { title: '为什么不同意?', placeholder: '例:已经有两台挖机,按期能办完。', send: '不同意延期' },
  rectify: { title: '怎么整改的?', placeholder: '例:重新清了后半段,请村民看过。', send: '整改好了', attach: { beforeAndAfter: true } },
  callBack: {
    title: '村民在电话里怎么说?',
    placeholder: '例:水已经通了,这回满意。',
    send: '回访好了',
    explain: '先打电话再写。办过这件事的人不能回访。',
  },
}
