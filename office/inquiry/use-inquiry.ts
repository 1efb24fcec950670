import { useRef, useState } from 'react'
import * as z from 'zod/mini'

import { type Inquiry, PickUpCode } from '../../contract/intake'
import { isProblem } from '../../contract/problem'
import type { Face } from '../../contract/ticket'
import { StepId, TicketNumber } from '../../contract/ticket'
import { ask, NO_ANSWER } from '../api/ask'
import { useDraft } from '../api/draft'
import { newId } from '../api/id'

const Word = z.object({ step: StepId, text: z.string() })
const freshWord = () => ({ step: StepId.parse(newId()), text: '' })

/** `T20261118-0043` however it was typed: without the T, with blanks, without the hyphen. */
export function numberOf(typed: string) {
  const digits = typed.replace(/\D/g, '')
  return TicketNumber.safeParse(`T${digits.slice(0, 8)}-${digits.slice(8)}`).data
}

/** A ticket asked after by its number and code, and the villager's last word on it. */
export function useInquiry() {
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<Inquiry>()
  const [word, write, clear] = useDraft('word', Word, freshWord)
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  async function once(call: () => Promise<Inquiry | { problem: string; says: string }>, done: () => void = () => undefined) {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    say(undefined)
    try {
      const answer = await call()
      if (isProblem(answer) || 'problem' in answer) say('says' in answer ? answer.says : undefined)
      else {
        setFound(answer)
        done()
      }
    } catch {
      say(NO_ANSWER)
    }
    sending.current = false
    setBusy(false)
  }

  /** Both as they are asked for; undefined says that they are not whole yet. */
  function asked() {
    const [whole, digits] = [numberOf(number), PickUpCode.safeParse(code.replace(/\s/g, ''))]
    if (whole && digits.success) return { number: whole, code: digits.data }
    say('请填完整的编号和 6 位查询码。')
    return undefined
  }

  function look() {
    const by = asked()
    setFound(undefined)
    if (by) void once(() => ask('POST /v1/intake/inquiries', { body: by }))
  }
  function confirm(face: Face) {
    const by = asked()
    if (by) void once(() => ask('POST /v1/intake/inquiries/word', { body: { ...by, step: word.step, word: 'confirm', face } }), clear)
  }
  function reopen() {
    const by = asked()
    if (!word.text.trim()) return say('请写哪里没办好。')
    if (by)
      void once(() => ask('POST /v1/intake/inquiries/word', { body: { ...by, step: word.step, word: 'reopen', text: word.text } }), clear)
  }
  const another = () => {
    setNumber('')
    setCode('')
    setFound(undefined)
    say(undefined)
    clear()
  }
  return { number, setNumber, code, setCode, found, word, write, says, busy, look, confirm, reopen, another }
}
