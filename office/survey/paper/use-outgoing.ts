import { App } from 'antd'
import * as z from 'zod/mini'

import { isProblem } from '../../../contract/problem'
import type { BookedKind, CampaignId, Pack } from '../../../contract/survey'
import { ask, askAsSecond, NO_ANSWER } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { newId } from '../../api/id'
import { secondToken, unseat } from '../../api/second'
import { useSending } from '../../api/use-sending'
import { type Ballot, castBallot } from '../ballot/cast'
import { shuffled } from '../ballot/random'
import { Partner } from './partner'
import { useBeside } from './use-beside'
import { packsChanged } from './use-packs'

const Sealed = z.object({ input: z.string(), output: z.string(), sealed: z.string() })
/** Sheets on their way. What is sealed stays as it is until it is acknowledged, so that a retry is the same ballot. */
const Outgoing = z.nullable(
  z.object({
    /** Names the line in the pack's book. */
    step: z.string(),
    /** Who is the second one to note it. */
    partner: Partner,
    waiting: z.array(z.object({ tail: z.string(), ballot: Sealed })),
    done: z.number(),
    refused: z.array(z.object({ tail: z.string(), says: z.string() })),
  }),
)
type Outgoing = NonNullable<z.infer<typeof Outgoing>>

/** Casts sealed or voided sheets one after the other; then both people note in the pack's book how many there were. */
export function useOutgoing(campaignId: CampaignId, pack: Pack, kind: BookedKind) {
  const { id: packId, stratumId } = pack
  const [out, keep, forget] = useDraft(`survey:${campaignId}:out:${packId}:${kind}`, Outgoing, () => null)
  const beside = useBeside({ campaignId, pack, kind }, out?.partner)
  const { says, say, busy, send } = useSending()
  const { message } = App.useApp()

  /** Casts what waits. False where something is in the way that may go by. */
  async function castAll(from: Outgoing): Promise<{ left: Outgoing; whole: boolean }> {
    let left = from
    for (const { tail, ballot } of from.waiting) {
      const answer = await castBallot(ballot, campaignId, stratumId).catch(() => undefined)
      if (!answer) {
        say(NO_ANSWER)
        return { left, whole: false }
      }
      const refused = isProblem(answer) ? answer : undefined
      if (refused && refused.problem !== 'tokenUsed' && refused.problem !== 'tokenWrong') {
        say(refused.says)
        return { left, whole: false }
      }
      left = {
        ...left,
        waiting: left.waiting.slice(1),
        ...(refused ? { refused: [...left.refused, { tail, says: refused.says }] } : { done: left.done + 1 }),
      }
      keep(left)
    }
    return { left, whole: true }
  }
  /** Notes the line with one of the two sessions, and again where the answer was lost: the book knows whose it is. */
  const note = (as: typeof ask, { step, done }: Outgoing) =>
    as('POST /v1/surveys/{id}/packs/{packId}/entries', { params: { id: campaignId, packId }, body: { step, kind, sheets: done } })

  async function go(from: Outgoing) {
    // One at a time, and the same step again where its answer was lost.
    await send(async () => {
      keep(from)
      const { left, whole } = await castAll(from)
      if (!whole || left.done === 0) return {}
      const first = await note(ask, left)
      if (isProblem(first)) return first
      packsChanged(campaignId)
      const isWhole = (pack: Pack) => pack.waiting.every(({ step }) => step !== left.step)
      if (!isWhole(first)) {
        // Where the second session is over by now, this page asks for it again.
        if (!secondToken()) return {}
        const second = await note(askAsSecond, left)
        if (isProblem(second)) return second.problem === 'signInAgain' ? {} : second
        packsChanged(campaignId)
        if (!isWhole(second)) {
          void unseat()
          say('两次登录的是同一个人,不算两个人。请另一位同事登录。')
          return {}
        }
      }
      void message.success(kind === 'entered' ? `${left.done} 张录好了` : `${left.done} 张作废了`)
      void unseat()
      if (left.refused.length === 0) forget()
      else keep({ ...left, done: 0 })
      return {}
    })
  }
  return {
    out,
    beside,
    says,
    busy,
    /** Sends these in an order that says nothing of the stack they lay in. */
    begin: (sheets: readonly { tail: string; ballot: Ballot }[], partner: Partner) =>
      void go({ step: newId(), partner, waiting: shuffled(sheets), done: 0, refused: [] }),
    again: () => out && void go(out),
    seen: forget,
  }
}
export type OutgoingSheets = ReturnType<typeof useOutgoing>
