import * as z from 'zod/mini'

/**
 * Every refusal that may cross the wire, with the sentence its receiver reads.
 * HTTP numbers are the server's affair (functions/platform/http.ts).
 */
export const sentences = {
  // any route
  badInput: '填写的内容不对,请检查后再试。',
  notFound: '没有找到,可能已经不在了。',
  signInAgain: '登录过期了,请重新打开小程序。',
  notAllowed: '您没有权限做这件事。',
  tooLarge: '内容太长了,请缩短后再试。',
  busy: '系统正忙,请过一会儿再试。',
  changedMeanwhile: '刚刚有人改过,请刷新后再试。',
  // account
  wechatRefused: '微信没有认出这次登录,请重新打开小程序。',
  wechatAway: '微信暂时连不上,请过一会儿再试。',
  cardUnknown: '没有这个卡号码,请对着服务卡再看一遍。',
  cardRevoked: '这张服务卡已经换新的了,请用新卡上的号码。',
  tooManyTries: '试的次数太多了,请明天再试,或者打电话给乡镇办公室。',
  codeWrong: '验证码不对,请再看一遍短信。',
  codeExpired: '验证码过期了,请重新获取。',
  phoneNotOnRoll: '这个手机号没有登记在这一户。可以请干部帮您确认。',
  phoneProvesNothing: '这个手机号登记在好几户或者是干部的号码,不能用来确认。可以请干部帮您确认。',
  staffUnknown: '干部名册里没有这个手机号,请找单位办公室登记。',
  noCadreToAsk: '这一户还没有结对干部,请打乡镇办公室的电话。',
  alreadyAnswered: '这件事已经处理过了。',
  desktopGone: '这个码已经过期或者用过了,请在电脑上换一个新的。',
  desktopRefused: '手机上点了“取消”,没有登录。',
  // ticket
  noCadre: '您家还没有结对干部,请选单位或者“我不清楚”。',
  unitUnknown: '没有这个单位,请重新选。',
  notOfferedHere: '投诉的是这位干部或他的单位,不能让他跟进。',
  changedReplay: '这条内容已经交过一次,和这次的不一样,请重新写一条。',
  notInThisState: '这件事已经到了下一步,请刷新看看。',
  unitInConflict: '这个单位就是被投诉的单位,不能交给它办。',
  full: '这件事的记录已经满了,请另写一条。',
  numberUnknown: '没有找到这个编号,请再看一遍。',
  notSameMatter: '这两件不能并在一起:种类不同,或者另一件已经办完了。',
  callerHandledIt: '办这件事的人不能自己回访,请换一位。',
  // intake
  takerInConflict: '投诉的是您、您的单位,或者是您结对的户。请让来人打督查组的电话,这里没有记下任何内容。',
  partnerUnfit: '请选本单位另外一位在岗的同事一起开箱。',
  notConfirmedYet: '另一位开箱的同事还没有确认,请他先确认。',
  slipNotShown: '请先给这封信拍张照,再交。',
  slipsDone: '这次开箱登记的信件已经录完了。',
  pickUpWrong: '编号或者查询码不对,请对着纸条再看一遍。',
  // survey
  surveyClosed: '现在不在评议的时间里。',
  notSampled: '这次评议没有抽到您家。',
  onlyConfirmed: '您家是请干部确认的,没有用登记的手机号确认。请用纸质问卷或者电话评议。',
  alreadyDrawn: '您家的选票已经领过了。',
  tokenWrong: '这张选票不对,没有收下。',
  tokenUsed: '这张选票已经投过了,里面的内容和这次的不一样。',
  surveyIncomplete: '还有没填完的:每个乡镇要有被评单位,钥匙、日期、公开数的来源都要填好。',
  valueNotYet: '公开数还没到公布的时间。',
  totalsWrong: '这份结果不是这次评议的,或者对不上,没有收下。',
  householdsOwnCadre: '您是这一户的结对干部或者帮扶人,请换一位同事办。',
  notesDiffer: '和第一位记的不一样,请两个人再对一遍。',
  typistHandledIt: '这件事是您经办的,村民的评价请换一位同事来录。',
} as const

export type ProblemName = keyof typeof sentences

/** A refusal as a value: `{ problem: 'notFound' }`. `field` names the input that it is about. */
export type Problem<Name extends ProblemName = ProblemName> = { problem: Name; field?: string }

/** The refusals that any route may answer with. */
export const everywhere = [
  'badInput',
  'notFound',
  'signInAgain',
  'notAllowed',
  'tooLarge',
  'busy',
  'changedMeanwhile',
] as const satisfies readonly ProblemName[]

const names = Object.keys(sentences) as [ProblemName, ...ProblemName[]]

/** A refusal as it is sent: its name, the Chinese sentence, and for bad input the fields that are wrong. */
export const ProblemReply = z.object({
  problem: z.enum(names),
  says: z.string(),
  fields: z.optional(z.array(z.string())),
})
export type ProblemReply = z.infer<typeof ProblemReply>

/** Whether a rule's answer is a refusal. */
export function isProblem<T>(answer: T): answer is Extract<T, Problem> {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'problem' in answer &&
    typeof answer.problem === 'string' &&
    answer.problem in sentences
  )
}
