import { useState } from 'react'
import * as z from 'zod/mini'

import { fromBase64url } from '../../../../ballot/bytes'
import { finalizeAll, tokenInfo } from '../../../../ballot/token'
import { type Campaign, PackId, StratumId } from '../../../../contract/survey'
import { ask } from '../../../api/ask'
import { useDraft } from '../../../api/draft'
import { newId } from '../../../api/id'
import { useSending } from '../../../api/use-sending'
import { begin, begunOf, KeptBegun } from '../../ballot/begun'
import { sheetCode } from '../../ballot/code'
import { shuffled } from '../../ballot/random'
import { newSlip } from '../../ballot/slip'
import { packsChanged } from '../use-packs'

/** A pack from the moment it is asked for until its sheets are on paper: a reload asks for the very same one. */
const Making = z.nullable(z.object({ id: PackId, stratumId: StratumId, sheets: z.array(z.object({ begun: KeptBegun, slip: z.string() })) }))

/** A sheet to print. Nothing ties its slip's number to its token but this paper. */
export type PrintedSheet = { code: string; slip: string }
type Printed = { id: PackId; stratumId: StratumId; sheets: PrintedSheet[] }

/** Makes a pack of sheets: blinds the tokens here, has them evaluated, and looks whether the campaign's key did it. */
export function usePack({ id: campaignId, plan }: Campaign) {
  const [making, keep, forget] = useDraft(`survey:${campaignId}:pack`, Making, () => null)
  const [printed, setPrinted] = useState<Printed>()
  const { says, say, busy, send } = useSending()

  async function make(wanted: { stratumId: StratumId; count: number } | undefined) {
    const { tokenKey } = plan
    if (!tokenKey) return say('这次评议还没有选票公钥。')
    const fresh = wanted && {
      id: PackId.parse(newId()),
      stratumId: wanted.stratumId,
      sheets: Array.from({ length: wanted.count }, () => ({ begun: begin(campaignId, wanted.stratumId, tokenKey), slip: newSlip() })),
    }
    const pack = making ?? fresh
    if (!pack) return
    keep(pack)
    const { id, stratumId, sheets } = pack
    const body = { id, campaignId, stratumId, blinded: sheets.map(({ begun }) => begun.blinded) }
    const answer = await send(() => ask('POST /v1/sheet-packs', { body }))
    if (!answer) return
    const tokens = finalizeAll(
      sheets.map(({ begun }) => begunOf(begun)),
      tokenInfo(campaignId, stratumId),
      answer.evaluated.map(fromBase64url),
      fromBase64url(answer.proof),
    )
    if (!tokens) return say('服务器用的钥匙和公布的公钥对不上,这一包不能用。请马上告诉督查组和监票人。')
    const whole = tokens.map((token, nth) => ({ code: sheetCode(campaignId, stratumId, token), slip: sheets[nth]!.slip }))
    setPrinted({ id, stratumId, sheets: shuffled(whole) })
    packsChanged(campaignId)
  }
  return {
    /** A pack that was begun and not said to be printed. */
    making,
    printed,
    says,
    busy,
    make: (stratumId: StratumId, count: number) => void make({ stratumId, count }),
    again: () => void make(undefined),
    /** All of it lies on paper: this browser forgets the tokens. */
    done: () => {
      forget()
      setPrinted(undefined)
    },
  }
}
