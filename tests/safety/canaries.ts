/**
 * Words, names and numbers that are found nowhere unless the product put them there, and the only places where each may stand:
 * attributes of the table's entities, and the calls to WeChat and to the sender of text messages that exist for them.
 */
type Canary = { value: string; at: readonly string[]; calls?: readonly string[] }

const written = ['ticket.timeline']
const content = ['/wxa/msg_sec_check']
/** Complaints and the rest of a request: the words alone, in an item of their own. */
const words: Canary['at'] = ['words.text']

const all = {
  // What villagers write. WeChat's content check has to read it.
  complaint: { value: '金丝雀甲投诉', at: words, calls: content },
  openComplaint: { value: '金丝雀乙投诉', at: words, calls: content },
  // A request's first sentence is what its handlers' lists call it.
  title: { value: '金丝雀丙标题', at: [...words, 'ticket.title', 'ticket.line'], calls: content },
  request: { value: '金丝雀丁求助', at: words, calls: content },
  supplement: { value: '金丝雀戊补充', at: written, calls: content },
  reopening: { value: '金丝雀己重办', at: written, calls: content },
  withdrawal: { value: '金丝雀庚撤回', at: written, calls: content },
  appeal: { value: '金丝雀辛申诉', at: written, calls: content },
  // What staff write.
  answer: { value: '金丝雀壬答复', at: written },
  question: { value: '金丝雀癸询问', at: written },
  result: { value: '金丝雀子办结', at: written },
  offer: { value: '金丝雀丑转办', at: [...written, 'ticket.offer'] },
  offerRefused: { value: '金丝雀寅退回', at: written },
  declined: { value: '金丝雀卯不受理', at: written },
  interim: { value: '金丝雀辰延期', at: [...written, 'ticket.extension'] },
  interimRefused: { value: '金丝雀巳不延', at: written },
  mended: { value: '金丝雀午整改', at: written },
  calledBack: { value: '金丝雀未回访', at: written },
  reason: { value: '金丝雀申理由', at: ['senderRead.reason', 'senderRead.line'] },
  // What is taken down for villagers: the words and whose they are, apart from each other.
  call: { value: '金丝雀酉来电', at: [...words, 'ticket.title', 'ticket.line'], calls: content },
  slip: { value: '金丝雀戌来信', at: words, calls: content },
  visit: { value: '金丝雀亥代写', at: words, calls: content },
  callerName: { value: '雀小燕', at: ['sender.name'] },
  slipName: { value: '雀小鹰', at: ['sender.name'] },
  villagerName: { value: '雀小鸥', at: ['sender.name'] },
  askerName: { value: '雀小鸽', at: ['tieRequest.name'] },
  boxName: { value: '雀口意见箱', at: ['boxOpening.boxName', 'boxOpening.line'] },
  callerPhone: { value: '13812340001', at: ['sender.phone'], calls: ['/sms'] },
  slipPhone: { value: '13812340002', at: ['sender.phone'], calls: ['/sms'] },
  codePhone: { value: '13812340003', at: [], calls: ['/sms'] },
  // What is sought and refused is kept nowhere.
  soughtName: { value: '雀小鹤', at: [] },
  soughtPhone: { value: '13812340004', at: [] },
  // As a login's code it is for WeChat to refuse.
  refusedText: { value: '金丝雀被退', at: [], calls: ['/sns/jscode2session'] },
  refusedCard: { value: '999900000000042', at: [] },
  exception: { value: '金丝雀出错', at: [] },
  photo: { value: 'CANARY-EXIF-0775', at: [] },
  // The roster's: whose complaint it is.
  headName: { value: '何桂辉', at: ['household.headName', 'household.line', 'sender.name'] },
  headPhone: { value: '19907751217', at: ['household.phones', 'household.line', 'sender.phone', 'account.phone'], calls: ['/sms'] },
  handlerPhone: { value: '19907750006', at: ['cadre.phone'], calls: ['/sms'] },
} as const satisfies Record<string, Canary>

export const canaries: Readonly<Record<keyof typeof all, Canary>> = all
export type Name = keyof typeof all
export const said = (name: Name) => all[name].value

/** A text as somebody may have written it down: as it is, in JSON's and in a URL's escapes, in base64. */
export function disguises(value: string): string[] {
  const escaped = [...value].map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign)).join('')
  const bytes = Buffer.from(value)
  // Of base64 only what does not depend on where in the text it stands.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  )
  return [value, escaped, encodeURIComponent(value), bytes.toString('hex'), ...base64.filter((text) => text.length >= 8)]
}

/** The canaries that this text holds in any disguise. */
export const heard = (text: string): Name[] => {
  const lower = text.toLowerCase()
  return (Object.keys(all) as Name[]).filter((name) =>
    disguises(said(name)).some((one) => text.includes(one) || lower.includes(one.toLowerCase())),
  )
}
