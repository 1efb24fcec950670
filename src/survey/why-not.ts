import type { MySurvey } from '../../contract/survey'

const whys: Readonly<Record<NonNullable<MySurvey['why']>, readonly [title: string, words: string]>> = {
  noSurvey: ['现在没有评议', '每年年底评一次。开始的时候会告诉您。'],
  notYet: ['评议还没有开始', '抽中的人家到时候会收到通知。'],
  notDrawn: ['这次没有抽到您家', '评议是抽签的,哪一户抽中谁也不能挑。想反映情况,随时可以写意见箱。'],
  onlyConfirmed: ['请用纸质问卷或者电话评议', '您家的服务卡是请干部确认的。为了没人能替别人投票,手机上评议要用登记的手机号认过卡。'],
  worksForUnit: ['请家里其他人来评', '您是单位的干部或者帮办员,不能投票。家里其他人可以用自己的手机评,也可以填纸质问卷、打电话评。'],
  drawsOver: ['领选票的时间已经过了', '已经领了的还可以投。'],
  over: ['这次评议已经结束', '结果公布以后,在这里就能看到。'],
}

/** Why there is nothing to fill in, in a few words and in more. */
export const whyNot = (why: MySurvey['why']) => whys[why ?? 'noSurvey']
