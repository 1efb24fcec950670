import { App } from 'antd'
import { useRef, useState } from 'react'

import type { Campaign, Totals } from '../../../contract/survey'
import { isProblem } from '../../../contract/problem'
import { ask, NO_ANSWER } from '../../api/ask'
import { took } from '../use-campaign'
import { partsOf, totalsIn } from './parts'

type Chosen = { name: string; text: string; totals: Totals }

/** The auditors' totals on their way from a file of this desktop to the server, part by part. */
export function useTotals({ id, version }: Campaign) {
  const [chosen, setChosen] = useState<Chosen>()
  const [sent, setSent] = useState<{ so: number; of: number }>()
  const [says, say] = useState<string>()
  const going = useRef(false)
  const { message } = App.useApp()

  async function choose(file: File) {
    setSent(undefined)
    const text = await file.text()
    const totals = totalsIn(text)
    const wrong = !totals ? '这不是监票人给的 totals.json。' : totals.campaignId !== id ? '这是另一次评议的结果。' : undefined
    say(wrong)
    setChosen(totals && !wrong ? { name: file.name, text, totals } : undefined)
  }
  async function hand() {
    if (!chosen || going.current) return
    going.current = true
    say(undefined)
    const parts = partsOf(chosen.text)
    let at = version
    try {
      for (const [part, text] of parts.entries()) {
        setSent({ so: part, of: parts.length })
        const body = { version: at, part, parts: parts.length, text }
        const answer = await ask('POST /v1/surveys/{id}/totals', { params: { id }, body })
        if (isProblem(answer)) {
          say(answer.says)
          break
        }
        at = answer.version
        if (part === parts.length - 1) {
          took(answer)
          void message.success('结果交好了')
        }
      }
    } catch {
      say(NO_ANSWER)
    }
    setSent(undefined)
    going.current = false
  }
  return { chosen, sent, says, choose: (file: File) => void choose(file), hand: () => void hand() }
}
