import { App } from 'antd'
import * as z from 'zod/mini'

import { isProblem } from '../../../contract/problem'
import type { CampaignId, Pack } from '../../../contract/survey'
import { ask, NO_ANSWER } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { newId } from '../../api/id'
import { useSending } from '../../api/use-sending'
import { type Ballot, castBallot } from '../ballot/cast'
import { shuffled } from '../ballot/random'
import { packsChanged } from './use-packs'

const Sealed = z.object({ input: z.string(), output: z.string(), sealed: z.string() })
/** Sheets on their way. What is sealed stays as it is until it is acknowledged, so that a retry is the same ballot. */
const Outgoing = z.nullable(
  z.object({
    /** Names the line in the pack's book. */
    step: z.string(),
    with: z.string(),
    waiting: z.array(z.object({ tail: z.string(), ballot: Sealed })),
    done: z.number(),
    refused: z.array(z.object({ tail: z.string(), says: z.string() })),
  }),
)
type Outgoing = NonNullable<z.infer<typeof Outgoing>>

type Kind = 'entered' | 'voided'

/** Casts sealed or voided sheets one after the other, and notes in the pack's book how many there were. */
export function useOutgoing(campaignId: CampaignId, { id: packId, stratumId }: Pack, kind: Kind) {
  const [out, keep, forget] = useDraft(`survey:${campaignId}:out:${packId}:${kind}`, Outgoing, () => null)
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
  async function go(from: Outgoing) {
    // One at a time, and the same step again where its answer was lost.
    await send(async () => {
      keep(from)
      const { left, whole } = await castAll(from)
      if (!whole || left.done === 0) return {}
      const body = { step: left.step, kind, sheets: left.done, with: left.with }
      const booked = await ask('POST /v1/surveys/{id}/packs/{packId}/entries', { params: { id: campaignId, packId }, body })
      if (isProblem(booked)) return booked
      packsChanged(campaignId)
      void message.success(kind === 'entered' ? `${left.done} 张录好了` : `${left.done} 张作废了`)
      if (left.refused.length === 0) forget()
      else keep({ ...left, done: 0 })
      return booked
    })
  }
  return {
    out,
    says,
    busy,
    /** Sends these in an order that says nothing of the stack they lay in. */
    begin: (sheets: readonly { tail: string; ballot: Ballot }[], partner: string) =>
      void go({ step: newId(), with: partner, waiting: shuffled(sheets), done: 0, refused: [] }),
    again: () => out && void go(out),
    seen: forget,
  }
}
export type OutgoingSheets = ReturnType<typeof useOutgoing>
