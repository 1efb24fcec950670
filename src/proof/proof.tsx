import type { PhoneProof } from '../../contract/account'
import { phone } from '../api/phone'
import { SmsProof } from './sms-proof'
import { WechatProof } from './wechat-proof'

export type ProofProps = {
  /** What the last button says. */
  words: string
  busy: boolean
  onProof: (proof: PhoneProof) => void
  /** The person would not or could not give a number; nothing else may hang on it. */
  onRefusal: () => void
}

/** Proves a telephone number, as this phone can. */
export const Proof = phone.proof === 'wechat' ? WechatProof : SmsProof
