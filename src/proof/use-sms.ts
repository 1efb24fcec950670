import { useState } from 'react'

import { Mobile } from '../../contract/account'
import { isProblem } from '../../contract/problem'
import { ask } from '../api/ask'
import { NO_ANSWER } from '../api/says'
import type { ProofProps } from './proof'

const digits = (typed: string) => typed.replace(/\D/g, '')

/** A number, the code sent to it, and what is wrong with them. */
export function useSms({ onProof }: ProofProps) {
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const [sending, setSending] = useState(false)
  const [says, say] = useState<string>()

  async function send() {
    if (!Mobile.safeParse(number).success) return say('手机号是 11 位数字,请再看一遍。')
    setSending(true)
    say(undefined)
    try {
      const answer = await ask('POST /v1/phone-codes', { body: { phone: number } })
      if (isProblem(answer)) say(answer.says)
      else setSentTo(number)
    } catch {
      say(NO_ANSWER)
    }
    setSending(false)
  }

  function prove() {
    if (code.length !== 6) return say('验证码是 6 位数字,在短信里。')
    say(undefined)
    onProof({ by: 'sms', phone: number, code })
  }

  return {
    number,
    code,
    sentTo,
    sending,
    says,
    setNumber: (typed: string) => setNumber(digits(typed)),
    setCode: (typed: string) => setCode(digits(typed)),
    send: () => void send(),
    prove,
  }
}
