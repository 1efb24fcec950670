import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { CARD_CODE_DIGITS, isCardCode, type Me, type PhoneProof, TieRequestId } from '../../../contract/account'
import { isProblem, type ProblemName } from '../../../contract/problem'
import { ask } from '../../api/ask'
import { clear, useDraft } from '../../api/draft'
import { newId } from '../../api/id'
import { askConsent } from '../../api/notify'
import { useTemplates } from '../../api/read'
import { NO_ANSWER } from '../../api/says'
import { adopt, signIn, useMe } from '../../api/session'
import { codeFrom, digitsOf } from './card-code'

const DRAFT = 'tie'
const NOT_A_CARD = '这个码不是服务卡的,请输入卡上的号码。'

type Step = 'card' | 'phone' | 'askCadre' | 'tied' | 'asked'

const cadreCanTell: readonly ProblemName[] = ['phoneNotOnRoll', 'phoneProvesNothing']
const wrongCard: readonly ProblemName[] = ['cardUnknown', 'cardRevoked']

/** From a card's code to a household: a number on the roll proves it, or the cadre says so. */
export function useTie() {
  const { q, scene } = useRouter().params
  const scanned = codeFrom(q ?? scene ?? '')
  const goodScan = scanned !== undefined && isCardCode(scanned)
  const [draft, write] = useDraft(DRAFT)
  const [step, setStep] = useState<Step>(goodScan ? 'phone' : 'card')
  const [typed, setTyped] = useState(scanned ?? draft.text)
  const [name, setName] = useState('')
  const [says, say] = useState<string | undefined>((q ?? scene) && !goodScan ? NOT_A_CARD : undefined)
  const [busy, setBusy] = useState(false)
  const [cadreName, setCadreName] = useState('')
  const me: Me | undefined = useMe()
  useTemplates()

  /** Runs one request; what was typed stays whatever comes of it. */
  async function run(request: () => Promise<void>) {
    setBusy(true)
    say(undefined)
    await request().catch(() => say(NO_ANSWER))
    setBusy(false)
  }

  function refused(problem: ProblemName, sentence: string) {
    say(sentence)
    if (cadreCanTell.includes(problem)) setStep('askCadre')
    if (wrongCard.includes(problem)) setStep('card')
  }

  const typeCode = (text: string) => {
    const digits = digitsOf(text)
    setTyped(digits)
    write({ text: digits })
    say(digits.length === CARD_CODE_DIGITS && !isCardCode(digits) ? '有一位数字不对,请对着卡再看一遍。' : undefined)
  }

  const prove = (proof: PhoneProof) =>
    void run(async () => {
      const answer = await ask('POST /v1/ties', { body: { cardCode: typed, proof } })
      if (isProblem(answer)) return refused(answer.problem, answer.says)
      clear(DRAFT)
      adopt(answer)
      setStep('tied')
    })

  const askCadre = () => {
    // In the tap itself, as WeChat wants it: so that the person hears of the cadre's answer.
    void askConsent('villager')
    void run(async () => {
      if (!name.trim()) return say('请写上您的名字,干部好认人。')
      const id = TieRequestId.parse(await newId())
      const answer = await ask('POST /v1/tie-requests', { body: { id, cardCode: typed, name } })
      if (isProblem(answer)) return refused(answer.problem, answer.says)
      clear(DRAFT)
      setCadreName(answer.cadreName)
      setStep('asked')
      // The next session tells that a request waits; nothing hangs on it now.
      signIn().catch(() => undefined)
    })
  }

  return {
    step,
    typed,
    name,
    says,
    busy,
    cadreName,
    me,
    typeCode,
    setName,
    prove,
    askCadre,
    canGoOn: isCardCode(typed),
    toPhone: () => setStep('phone'),
    toCard: () => setStep('card'),
    toCadre: () => setStep('askCadre'),
  }
}
