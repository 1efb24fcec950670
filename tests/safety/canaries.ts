/**
 * Words, names and numbers that are found nowhere unless the product put them there, and the only places where each may stand:
 * attributes of the table's entities, the calls to WeChat and to the sender of text messages that exist for them, and the
 * answers in which it is `read`: of a route, or of all whose path begins so.
 */
type Canary = { value: string; at: readonly string[]; calls?: readonly string[]; read?: readonly string[] }

const written = ['ticket.timeline']
const content = ['/wxa/msg_sec_check']
/** Complaints and the rest of a request: the words alone, in an item of their own. */
const words: Canary['at'] = ['words.text']

/** Where a ticket is read as a whole: by those who handle it, and by its sender. */
const handled = ['/v1/letters/{id}']
const whole = [...handled, '/v1/tickets/{id}']
/** Where it stands in a line among others, or is told back to whoever sent it. */
const lined = [...whole, 'GET /v1/letters', 'GET /v1/tickets', 'POST /v1/tickets']
/** A cadre's own households. */
const roll = ['GET /v1/households']
/** Those of a survey's sample, by the names of their heads. */
const sample = ['GET /v1/surveys/{id}/roll']
const inquired = [...whole, 'POST /v1/intake/inquiries', 'POST /v1/intake/inquiries/word']

const all = {
  // What villagers write. WeChat's content check has to read it.
  complaint: { value: '金丝雀甲投诉', at: words, calls: content, read: whole },
  handedOver: { value: '金丝雀转手投诉', at: words, calls: content, read: whole },
  // At this the sandbox's WeChat takes offence.
  riskyText: { value: '金丝雀违规测试', at: words, calls: content, read: whole },
  late: { value: '金丝雀过期投诉', at: words, calls: content, read: whole },
  openComplaint: { value: '金丝雀乙投诉', at: words, calls: content, read: whole },
  // A request's first sentence is what its handlers' lists call it.
  title: { value: '金丝雀丙标题', at: [...words, 'ticket.title', 'ticket.line'], calls: content, read: lined },
  unread: { value: '金丝雀没人看', at: [...words, 'ticket.title', 'ticket.line'], calls: content, read: lined },
  request: { value: '金丝雀丁求助', at: words, calls: content, read: whole },
  supplement: { value: '金丝雀戊补充', at: written, calls: content, read: whole },
  reopening: { value: '金丝雀己重办', at: written, calls: content, read: whole },
  withdrawal: { value: '金丝雀庚撤回', at: written, calls: content, read: whole },
  appeal: { value: '金丝雀辛申诉', at: written, calls: content, read: whole },
  // What staff write.
  answer: { value: '金丝雀壬答复', at: written, read: inquired },
  question: { value: '金丝雀癸询问', at: written, read: whole },
  result: { value: '金丝雀子办结', at: written, read: inquired },
  offer: { value: '金丝雀丑转办', at: [...written, 'ticket.offer'], read: handled },
  offerRefused: { value: '金丝雀寅退回', at: written, read: handled },
  declined: { value: '金丝雀卯不受理', at: written, read: whole },
  interim: { value: '金丝雀辰延期', at: [...written, 'ticket.extension'], read: handled },
  interimGranted: { value: '金丝雀延了期', at: [...written, 'ticket.extension'], read: whole },
  interimRefused: { value: '金丝雀巳不延', at: written, read: handled },
  mended: { value: '金丝雀午整改', at: written, read: whole },
  calledBack: { value: '金丝雀未回访', at: written, read: whole },
  reason: { value: '金丝雀申理由', at: ['senderRead.reason', 'senderRead.line'], read: [...handled, 'GET /v1/sender-reads'] },
  // What is taken down for villagers: the words and whose they are, apart from each other.
  call: { value: '金丝雀酉来电', at: [...words, 'ticket.title', 'ticket.line'], calls: content, read: lined },
  slip: { value: '金丝雀戌来信', at: words, calls: content, read: whole },
  visit: { value: '金丝雀亥代写', at: words, calls: content, read: whole },
  callerName: { value: '雀小燕', at: ['sender.name'], read: handled },
  slipName: { value: '雀小鹰', at: ['sender.name'], read: handled },
  villagerName: { value: '雀小鸥', at: ['sender.name'], read: handled },
  askerName: { value: '雀小鸽', at: ['tieRequest.name'], read: ['GET /v1/tie-requests'] },
  boxName: {
    value: '雀口意见箱',
    at: ['boxOpening.boxName', 'boxOpening.line'],
    read: ['POST /v1/intake/box-openings', 'POST /v1/intake/box-openings/{id}/confirm', 'GET /v1/intake/box-openings'],
  },
  callerPhone: { value: '13812340001', at: ['sender.phone'], calls: ['/sms'], read: handled },
  slipPhone: { value: '13812340002', at: ['sender.phone'], calls: ['/sms'], read: handled },
  codePhone: { value: '13812340003', at: [], calls: ['/sms'] },
  // What is sought and refused is kept nowhere.
  soughtName: { value: '雀小鹤', at: [] },
  soughtPhone: { value: '13812340004', at: [] },
  // As a login's code it is for WeChat to refuse.
  refusedText: { value: '金丝雀被退', at: [], calls: ['/sns/jscode2session'] },
  refusedCard: { value: '999900000000042', at: [] },
  exception: { value: '金丝雀出错', at: [] },
  photo: { value: 'CANARY-EXIF-0775', at: [] },
  voice: { value: 'CANARY-ID3-0775', at: [] },
  // What an office enters is no secret, and is nowhere else all the same.
  holiday: { value: '金丝雀节', at: ['calendar.days'], read: ['GET /v1/calendar/{year}', 'PUT /v1/calendar/{year}'] },
  // What an office says of a survey is public; which slip a household signed is not.
  surveyTitle: {
    value: '金丝雀评议会',
    at: ['survey.plan', 'survey.line', 'surveyRectification.campaignTitle', 'surveyRectification.line'],
    read: ['/v1/surveys', 'GET /v1/survey', 'GET /v1/survey/results', '/v1/rectifications'],
  },
  surveySource: { value: '金丝雀开奖号', at: ['survey.plan'], read: ['/v1/surveys/{id}'] },
  surveyValue: { value: '金丝雀公开数', at: ['survey.publicValue'], read: ['/v1/surveys/{id}', 'GET /v1/survey-digests/{campaignId}'] },
  surveyAnnulled: { value: '金丝雀作废了', at: ['survey.because'], read: ['POST /v1/surveys/{id}/annul'] },
  rectification: {
    value: '金丝雀整改答',
    at: ['surveyRectification.answer', 'surveyRectification.line'],
    read: ['GET /v1/survey/results', '/v1/rectifications'],
  },
  sheetSlip: { value: '77512176', at: ['surveyEntry.drawn'] },
  // The roster's: whose complaint it is.
  headName: {
    value: '何桂辉',
    at: ['household.headName', 'household.line', 'sender.name'],
    read: [
      ...handled,
      ...roll,
      ...sample,
      'GET /v1/tie-requests',
      'POST /v1/intake/callers',
      'POST /v1/intake/households',
      'POST /v1/intake/circles',
    ],
  },
  headPhone: {
    value: '19907751217',
    at: ['household.phones', 'household.line', 'sender.phone', 'account.phone'],
    calls: ['/sms'],
    read: [...handled, ...roll],
  },
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

const forms = (Object.keys(all) as Name[]).map((name) => ({
  name,
  looks: [...new Set(disguises(said(name)).map((one) => one.toLowerCase()))],
}))

/** The canaries that this text holds in any disguise. */
export const heard = (text: string): Name[] => {
  const lower = text.toLowerCase()
  return forms.flatMap(({ name, looks }) => (looks.some((one) => lower.includes(one)) ? [name] : []))
}
