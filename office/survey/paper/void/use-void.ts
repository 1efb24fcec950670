import { useState } from 'react'
import * as z from 'zod/mini'

import type { Campaign, Pack } from '../../../../contract/survey'
import type { Token } from '../../../../ballot/token'
import { useDraft } from '../../../api/draft'
import { voidBallot } from '../../ballot/cast'
import { readCode, tailOf } from '../../ballot/code'
import { restOf } from '../pack'
import { useBeside } from '../use-beside'
import { useOutgoing } from '../use-outgoing'

const Unused = z.object({ codes: z.array(z.string()) })

/** The unused sheets of a pack, one scanned after the other, and then voided together by two. */
export function useVoid({ id: campaignId }: Campaign, pack: Pack) {
  const [unused, write, clear] = useDraft(`survey:${campaignId}:void:${pack.id}`, Unused, () => ({ codes: [] }))
  const outgoing = useOutgoing(campaignId, pack, 'voided')
  const beside = useBeside({ campaignId, pack, kind: 'voided' })
  const rest = restOf(pack)
  const [asked, ask] = useState(false)

  function take(code: string, _: Token): string | undefined {
    if (unused.codes.includes(code)) return '这张扫过了。'
    if (unused.codes.length >= rest) return `这包只剩 ${rest} 张没有着落,不能再多了。`
    write({ codes: [...unused.codes, code] })
    return undefined
  }
  function go() {
    if (!beside.partner) return
    const ballots = unused.codes.flatMap((code) => {
      const read = readCode(code, campaignId, pack.stratumId)
      return 'token' in read ? [{ tail: tailOf(code), ballot: voidBallot(read.token) }] : []
    })
    outgoing.begin(ballots, beside.partner)
    clear()
  }
  return {
    unused,
    outgoing,
    beside,
    rest,
    take,
    drop: (code: string) => write({ codes: unused.codes.filter((one) => one !== code) }),
    /** Whether the second person is being asked to sign in. */
    asked,
    ask: () => ask(true),
    go,
  }
}
