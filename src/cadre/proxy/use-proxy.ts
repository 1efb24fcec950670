import { useEffect, useRef, useState } from 'react'

import { isCardCode } from '../../../contract/account'
import { type Circle, type FoundHousehold, type Home, Telephone } from '../../../contract/intake'
import type { PairedHousehold } from '../../../contract/pairing'
import { isProblem } from '../../../contract/problem'
import { Instant } from '../../../contract/route'
import { TicketId } from '../../../contract/ticket'
import { ask } from '../../api/ask'
import { clear, isBegun, NEW_VISIT, useDraft } from '../../api/draft'
import { newId } from '../../api/id'
import { phone as device } from '../../api/phone'
import { enqueue } from '../../api/queue'
import { useHouseholds } from '../../api/read'
import { useMe } from '../../api/session'
import { wordsFor } from '../../api/spoken-words'
import { useArriving } from '../../media/shelf'
import { codeFrom, digitsOf } from '../../villager/tie/card-code'
import { aboutChoices, formOf, isBarred, mayOfferCadre, visitOf } from './proxy-form'

type Step = 'home' | 'who' | 'about' | 'words' | 'readBack'
const steps: readonly Step[] = ['home', 'who', 'about', 'words', 'readBack']

type Named = Pick<FoundHousehold, 'headName' | 'village' | 'group'>

const same = (a: Home, b: Home | undefined) => JSON.stringify(a) === JSON.stringify(b)

const OFFLINE = '没有网络,选不了单位。选“他也不清楚”,收到的人会找对单位。'
const NO_ROOM = '手机存满了,没法先存下来。请清理一下再交,写的字还在。'

/** From a villager's household to the queue, a question at a time. What was begun is there again after the program was killed. */
export function useProxy() {
  const [draft, write] = useDraft(NEW_VISIT)
  const paired = useMe()?.staff?.roles.includes('cadre') ?? false
  const households = useHouseholds(paired)
  const [step, setStep] = useState<Step>(draft.home && isBegun(draft) ? 'words' : 'home')
  const [circle, setCircle] = useState<Circle>()
  const [typed, setTyped] = useState('')
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [heard, setHeard] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const [sent, setSent] = useState<{ id: TicketId; villagerName: string }>()
  const taken = useRef(false)
  const arriving = useArriving(NEW_VISIT)
  const asked = useRef<Home>()
  const form = formOf(draft)
  const barred = isBarred(form, circle)

  function go(to: Step) {
    say(undefined)
    // Whatever was changed has to be heard again.
    setHeard(false)
    setAgreed(false)
    setStep(to)
  }

  /** Asks whom it can be about: the household that it is, or why it is refused; nothing where there is no signal. */
  async function look(home: Home): Promise<{ refused?: string; household?: FoundHousehold }> {
    asked.current = home
    const answer = await ask('POST /v1/intake/circles', { body: { home } }).catch(() => undefined)
    if (answer && isProblem(answer)) return { refused: answer.says }
    // Another household may have been chosen meanwhile.
    if (asked.current === home) setCircle(answer)
    return { household: answer?.household }
  }

  // A draft that was begun before needs to know again whom it can be about.
  const begun = useRef(isBegun(draft) ? draft.home : undefined)
  useEffect(() => {
    if (begun.current) void look(begun.current)
  }, [])

  async function choose(home: Home, known?: Named) {
    if (busy) return
    setBusy(true)
    const { refused, household = known } = await look(home)
    setBusy(false)
    if (refused) return say(refused)
    const homeName = household ? `${household.headName}家,${household.village} ${household.group}` : '服务卡上的那一户'
    const whom = same(home, draft.home) ? {} : { about: undefined, aboutName: undefined, cadreMayFollow: undefined }
    write({ home, homeName, villagerName: household?.headName, ...whom })
    go('who')
  }

  const byCard = (code: string) => {
    if (!isCardCode(code)) return say('有一位数字不对,请对着卡再看一遍。')
    return choose({ by: 'card', cardCode: code })
  }
  async function scan() {
    const text = await device.scan?.()
    const code = text && codeFrom(text)
    if (code) return byCard(code)
    if (text) say('这个码不是服务卡的,请输入卡上的号码。')
  }

  function next() {
    if (step === 'who' && !form.villagerName.trim()) return say('请写上村民的名字。')
    if (step === 'who' && form.phone.trim() && !Telephone.safeParse(form.phone).success) return say('电话号码不对,请再看一遍。不写也行。')
    if (step === 'words' && !wordsFor(form.text, form.media)) return say('请先写几句或者录一段,村民说的是什么事。')
    go(steps[steps.indexOf(step) + 1] ?? step)
  }

  async function submit() {
    if (taken.current || !heard || !agreed) return
    taken.current = true
    const body = visitOf(form, draft, circle, TicketId.parse(await newId()))
    const at = Instant.parse(new Date().toISOString())
    if (body) {
      clear(NEW_VISIT)
      if (enqueue({ task: 'visit', body, aboutName: form.aboutName, homeName: form.homeName, at }))
        setSent({ id: body.ticket.id, villagerName: body.villagerName })
      else {
        write(draft)
        say(NO_ROOM)
      }
    }
    taken.current = false
  }

  return {
    step,
    form,
    says: says ?? draft.says ?? (step === 'about' && !circle ? OFFLINE : undefined),
    busy,
    barred,
    arriving,
    instead: circle?.instead,
    choices: aboutChoices(circle),
    mayOfferCadre: mayOfferCadre(form, circle),
    households: paired ? households : undefined,
    typed,
    canScan: device.scan !== undefined,
    heard,
    agreed,
    sent,
    type: (text: string) => setTyped(digitsOf(text)),
    scan: () => void scan(),
    forCard: () => void byCard(typed),
    forHousehold: (household: PairedHousehold) => void choose({ by: 'household', householdId: household.id }, household),
    write: (change: Parameters<typeof write>[0]) => write({ ...change, says: undefined }),
    next,
    before: () => go(steps[steps.indexOf(step) - 1] ?? step),
    setHeard,
    setAgreed,
    submit: () => void submit(),
    again: () => {
      setSent(undefined)
      go(draft.home ? 'about' : 'home')
    },
  }
}
export type Proxy = ReturnType<typeof useProxy>
