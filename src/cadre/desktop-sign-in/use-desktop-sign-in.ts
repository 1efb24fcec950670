import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { client } from '../../../contract/client'
import { desktop, type DesktopAsking } from '../../../contract/desktop'
import { isProblem } from '../../../contract/problem'
import { signed } from '../../api/ask'
import { phone } from '../../api/phone'
import { NO_ANSWER } from '../../api/says'
import { codeIn, grouped } from './desktop-code'

const ask = client(desktop, signed)

type Step = 'code' | 'decide' | 'approved' | 'refused'

/** Finds the desktop that shows a code, and says yes or no to its being signed in. */
export function useDesktopSignIn() {
  const scanned = codeIn(useRouter().params.code ?? '')
  const [typed, setTyped] = useState(scanned ?? '')
  const [asking, setAsking] = useState<DesktopAsking>()
  const [step, setStep] = useState<Step>('code')
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const code = codeIn(typed)

  async function once(perform: () => Promise<void>) {
    if (busy) return
    setBusy(true)
    say(undefined)
    try {
      await perform()
    } catch {
      say(NO_ANSWER)
    }
    setBusy(false)
  }

  const look = (wanted: string | undefined) =>
    once(async () => {
      if (!wanted) return say('这个码不对,请再看一遍电脑上的。')
      const answer = await ask('GET /v1/desktop-codes/{code}', { params: { code: wanted } })
      if (isProblem(answer)) return say(answer.says)
      setAsking(answer)
      setStep('decide')
    })

  async function scan() {
    const text = await phone.scan?.()
    if (text === undefined) return
    const found = codeIn(text)
    if (found) setTyped(found)
    await look(found)
  }

  const decide = (yes: boolean) =>
    once(async () => {
      const params = { code: code ?? '' }
      const answer = await (yes
        ? ask('POST /v1/desktop-codes/{code}/approve', { params })
        : ask('POST /v1/desktop-codes/{code}/refuse', { params }))
      if (isProblem(answer)) say(answer.says)
      else setStep(yes ? 'approved' : 'refused')
    })

  // A scan from outside opens this screen with the code: nothing has to be pressed to see who asks.
  useDidShow(() => {
    if (scanned && step === 'code') void look(scanned)
  })

  return {
    step,
    typed: grouped(typed),
    type: setTyped,
    ready: code !== undefined,
    asking,
    says,
    busy,
    canScan: phone.scan !== undefined,
    scan: () => void scan(),
    look: () => void look(code),
    approve: () => void decide(true),
    refuse: () => void decide(false),
  }
}
