import { Mobile } from '../../contract/account'
import type { Problem } from '../../contract/problem'
import type { AccountDeps } from '../account'
import type { Sms } from '../platform/sms'
import { type Failure, isFailure, type Wechat } from '../platform/wechat'

/** What the person at the phone reads: that WeChat refused what it gave them, or that WeChat is away. */
const refusal = ({ failure }: Failure): Problem<'wechatRefused' | 'wechatAway'> => ({
  problem: failure === 'permanent' ? 'wechatRefused' : 'wechatAway',
})

/** Signing in and proving a telephone, by WeChat and by text message, as accounts ask for them. */
export function identity(wechat: Wechat, sms: Sms): Pick<AccountDeps, 'wechatLogin' | 'wechatPhone' | 'sendCode'> {
  return {
    wechatLogin: async (code) => {
      const answer = await wechat.openidOf(code)
      return isFailure(answer) ? refusal(answer) : answer
    },
    wechatPhone: async (code) => {
      const answer = await wechat.phoneOf(code)
      if (isFailure(answer)) return refusal(answer)
      // A foreign number stands on no roll; it proves as little as a wrong code.
      return Mobile.safeParse(answer.phone).success ? answer : { problem: 'wechatRefused' }
    },
    sendCode: async (phone, code) => {
      const answer = await sms.sendCode(phone, code)
      return isFailure(answer) ? { problem: 'wechatAway' } : true
    },
  }
}
