import { useState } from 'react'
import * as z from 'zod/mini'

import type { Campaign, Pack } from '../../../../contract/survey'
import type { Token } from '../../../../ballot/token'
import { useDraft } from '../../../api/draft'
import { voidBallot } from '../../ballot/cast'
import { readCode, tailOf } from '../../ballot/code'
import { usePartnered } from '../partner'
import { useOutgoing } from '../use-outgoing'

const Unused = z.object({ codes: z.array(z.string()), with: z.string() })

/** The unused sheets of a pack, one scanned after the other, and then voided together. */
export function useVoid({ id: campaignId }: Campaign, pack: Pack) {
  const [unused, write, clear] = useDraft(`survey:${campaignId}:void:${pack.id}`, Unused, () => ({ codes: [], with: '' }))
  const outgoing = useOutgoing(campaignId, pack, 'voided')
  const [says, say] = useState<string>()
  const partnered = usePartnered(unused.with)
  const rest = pack.sheets - pack.entered - pack.voided

  function take(code: string, _: Token): string | undefined {
    if (unused.codes.includes(code)) return '这张扫过了。'
    if (unused.codes.length >= rest) return `这包只剩 ${rest} 张没有着落,不能再多了。`
    write({ ...unused, codes: [...unused.codes, code] })
    return undefined
  }
  function go() {
    if (!partnered) return say('请写是和谁一起作废的。')
    const ballots = unused.codes.flatMap((code) => {
      const read = readCode(code, campaignId, pack.stratumId)
      return 'token' in read ? [{ tail: tailOf(code), ballot: voidBallot(read.token) }] : []
    })
    say(undefined)
    outgoing.begin(ballots, unused.with.trim())
    clear()
  }
  return {
    unused,
    outgoing,
    rest,
    says,
    take,
    drop: (code: string) => write({ ...unused, codes: unused.codes.filter((one) => one !== code) }),
    partner: (name: string) => write({ ...unused, with: name }),
    go,
  }
}
