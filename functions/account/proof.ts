import type { PhoneProof } from '../../contract/account'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { PhoneCodes } from './phone-codes'

/** Asks WeChat which number the phone-number component's code stands for. */
export type WechatPhone = (code: string) => Promise<{ phone: string } | Problem<'wechatRefused' | 'wechatAway'>>

type Refusal = Problem<'codeWrong' | 'codeExpired' | 'tooManyTries' | 'changedMeanwhile' | 'wechatRefused' | 'wechatAway'>

/** The telephone number that `proof` shows to be in the caller's hands. */
export async function provenPhone(
  proof: PhoneProof,
  { codes, wechatPhone }: { codes: PhoneCodes; wechatPhone: WechatPhone },
  now: Instant,
): Promise<{ phone: string } | Refusal> {
  if (proof.by === 'wechat') return wechatPhone(proof.code)
  const right = await codes.check(proof.phone, proof.code, now)
  return right === true ? { phone: proof.phone } : right
}
