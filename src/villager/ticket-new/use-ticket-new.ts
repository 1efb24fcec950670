import { useRef, useState } from 'react'

import { Instant } from '../../../contract/route'
import { TicketId } from '../../../contract/ticket'
import { clear, NEW_TICKET, useDraft } from '../../api/draft'
import { newId } from '../../api/id'
import { askConsent } from '../../api/notify'
import { enqueue } from '../../api/queue'
import { useHome, useNearby, useTemplates } from '../../api/read'
import { useArriving } from '../../media/shelf'
import { choicesFor, formOf, summary, ticketOf } from './ticket-form'

const NO_WORDS = '请先写几句或者说几句,是什么事。'
const NO_ROOM = '手机存满了,没法先存下来。请清理一下再交,写的字还在。'

/** From the draft to the queue. The draft is kept at every keystroke and given up only once the queue has it. */
export function useTicketNew() {
  const [draft, write] = useDraft(NEW_TICKET)
  const { card } = useHome(true).data ?? {}
  const nearby = useNearby()
  useTemplates()
  const [choosing, choose] = useState(false)
  const [says, say] = useState<string>()
  const [sentId, setSentId] = useState<TicketId>()
  const taken = useRef(false)
  const arriving = useArriving(NEW_TICKET)
  const form = formOf(draft, card)

  /** A second tap, before the screen has changed, is the same one. */
  async function submit() {
    if (taken.current || arriving) return
    taken.current = true
    await takeOver()
    taken.current = false
  }

  async function takeOver() {
    // WeChat shows its question only in the tap itself; the submission does not wait for the answer.
    void askConsent('villager')
    const body = ticketOf(form, TicketId.parse(await newId()))
    if (!body) return say(NO_WORDS)
    const at = Instant.parse(new Date().toISOString())
    clear(NEW_TICKET)
    if (enqueue({ task: 'submit', body, aboutName: form.aboutName, at })) {
      say(undefined)
      return setSentId(body.id)
    }
    write(draft)
    say(NO_ROOM)
  }

  return {
    form,
    says: says ?? draft.says,
    arriving,
    choosing,
    sentId,
    summary: summary(form, card),
    choices: choicesFor(card, nearby.data?.items ?? []),
    choicesSay: nearby.says,
    write,
    choose,
    submit: () => void submit(),
    backToForm: () => setSentId(undefined),
  }
}
