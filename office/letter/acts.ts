import { type Action, EXTENSION_MOST_DAYS } from '../../contract/ticket'

/** What an action asks of the person before it is done. */
export type Act = {
  /** On its button. */
  name: string
  title: string
  /** What it does, where that is not plain from its name. */
  explains?: string
  send: string
  tone?: 'primary' | 'danger'
  text?: { label: string; hint: string }
  unit?: true
  reason?: true
  days?: true
  number?: true
  photos?: 'any' | 'beforeAndAfter'
}

/** What staff may do about a ticket, the likeliest first; who may do which and when is the server's to say. */
export const acts: Partial<Readonly<Record<Action, Act>>> = {
  triage: { name: '受理', title: '受理这件投诉', send: '受理', tone: 'primary', explains: '受理以后再分派给没有利害关系的单位。' },
  assign: {
    name: '分派',
    title: '交给哪个单位办?',
    send: '分派',
    tone: 'primary',
    unit: true,
    explains: '被投诉的单位不在里面。时限不因为分派而变。',
  },
  takeOver: { name: '接办', title: '接过来办', send: '接办', tone: 'primary', explains: '接办以后由本单位负责到底,时限不变。' },
  refuseOffer: {
    name: '不接',
    title: '为什么不接?',
    send: '不接,退回原单位',
    text: { label: '理由', hint: '例:这段水渠归镇水利站管。' },
  },
  accept: { name: '接收', title: '接收这件来信', send: '接收', tone: 'primary' },
  answer: {
    name: '答复',
    title: '答复村民',
    send: '发出答复',
    tone: 'primary',
    text: { label: '答复', hint: '例:明天上午带挖机来清淤,请留人在家。' },
    photos: 'any',
  },
  resolve: {
    name: '办结',
    title: '办好了,说说怎么办的',
    send: '办结,请村民评价',
    tone: 'primary',
    text: { label: '办理结果', hint: '例:水渠已经清通,11 月 20 日放水。' },
    photos: 'beforeAndAfter',
  },
  ask: {
    name: '问村民',
    title: '问村民一句',
    send: '发出去,等村民回话',
    text: { label: '要问的话', hint: '例:是哪一段渠?方便的话拍张照片。' },
    explains: '最多等 7 天;总时限照走。',
  },
  offer: {
    name: '请别的单位接办',
    title: '请哪个单位接办?',
    send: '发出去',
    unit: true,
    text: { label: '为什么', hint: '例:这条路归交通局管护。' },
    explains: '对方接办以前,仍由本单位负责。时限不变。',
  },
  askExtension: {
    name: '申请延期',
    title: '申请延期',
    send: '报督查组审批',
    days: true,
    text: { label: '先给村民的答复(同时是理由)', hint: '例:挖机 12 月 2 日才到,到了马上清。' },
    explains: `只能延一次,最多 ${EXTENSION_MOST_DAYS} 个工作日。村民会看到这段话。`,
  },
  grantExtension: { name: '同意延期', title: '同意延期', send: '同意', tone: 'primary' },
  refuseExtension: { name: '不同意延期', title: '不同意延期', send: '不同意', text: { label: '理由', hint: '例:可以先用抽水机应急。' } },
  merge: {
    name: '并案',
    title: '和哪一件是同一件事?',
    send: '并到那一件',
    number: true,
    explains: '这一件就此结束,交信的人会收到那一件的每次答复。',
  },
  rectify: {
    name: '整改完了',
    title: '整改了什么?',
    send: '整改完了',
    tone: 'primary',
    text: { label: '整改情况', hint: '' },
    photos: 'beforeAndAfter',
  },
  callBack: {
    name: '回访',
    title: '打电话回访,村民怎么说?',
    send: '记下回访',
    tone: 'primary',
    text: { label: '村民的话', hint: '' },
    explains: '办这件事的人不能自己回访。',
  },
  decline: {
    name: '不予办理',
    title: '不予办理',
    send: '不予办理',
    tone: 'danger',
    reason: true,
    text: { label: '给村民的说明', hint: '说清楚依据,还可以去哪里办。' },
    explains: '村民可以申诉一次,由督查组决定。“不归我们管”不是理由:请用“请别的单位接办”。',
  },
}

/** The actions of `can` that stand on this page, in the page's order. */
export const actsOf = (can: readonly Action[]) => (Object.keys(acts) as Action[]).filter((action) => can.includes(action))
