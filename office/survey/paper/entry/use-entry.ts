import { useRef, useState } from 'react'

import type { Campaign, Pack } from '../../../../contract/survey'
import type { Token } from '../../../../ballot/token'
import { useDraft } from '../../../api/draft'
import { type Ballot, ballotOf, sealed } from '../../ballot/cast'
import { type Cells, emptyCells } from '../../ballot/cells'
import { readCode, tailOf } from '../../ballot/code'
import { useBeside } from '../use-beside'
import { useOutgoing } from '../use-outgoing'
import { restOf } from '../pack'
import type { Partner } from '../partner'
import { added, agreed, Batch, compared, freshBatch, passOf, without } from './batch'

type Props = { campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number] }

/** A stack of a pack's sheets that two persons type; what they agree on is sealed here and cast. */
export function useEntry({ campaign: { id: campaignId, plan }, pack, stratum }: Props) {
  const [batch, write, clear] = useDraft(`survey:${campaignId}:entry:${pack.id}`, Batch, freshBatch)
  const beside = useBeside({ campaignId, pack, kind: 'entered' }, batch.second.length > 0 ? batch.partner : undefined)
  const outgoing = useOutgoing(campaignId, pack, 'entered')
  const [says, say] = useState<string>()
  const sealing = useRef(false)
  const rest = restOf(pack)
  const change = (next: Batch) => {
    say(undefined)
    write(next)
  }

  /** Begins to type a sheet, or says why not. */
  function take(code: string, _: Token): string | undefined {
    if (passOf(batch).some((sheet) => sheet.code === code)) return '这张这一遍录过了。'
    if (batch.stage === 'second' && !batch.first.some((sheet) => sheet.code === code)) return '第一遍没有录这张,请先放一边。'
    if (batch.stage === 'first' && batch.first.length >= rest) return `这包只剩 ${rest} 张没有着落,不能再多了。`
    change({ ...batch, typing: { code, cells: emptyCells(stratum.units.length) } })
    return undefined
  }
  async function seal() {
    if (sealing.current) return
    sealing.current = true
    await sealAll()
    sealing.current = false
  }
  async function sealAll() {
    const sheets = agreed(batch)
    if (!beside.partner) return
    if (!sheets) return say('还有不一样的没有定。')
    if (!plan.sealKey) return say('这次评议还没有密封公钥。')
    const ballots: { tail: string; ballot: Ballot }[] = []
    for (const { code, sheet } of sheets) {
      const read = readCode(code, campaignId, pack.stratumId)
      if ('wrong' in read) return say(`尾号 ${tailOf(code)} 的暗码不对。`)
      const bytes = await sealed(sheet, campaignId, pack.stratumId, plan.sealKey)
      ballots.push({ tail: tailOf(code), ballot: ballotOf(read.token, bytes) })
    }
    outgoing.begin(ballots, beside.partner)
    // What they say is sealed now, and this desktop forgets it.
    clear()
  }
  return {
    batch,
    beside,
    outgoing,
    rest,
    says,
    say,
    take,
    type: (cells: Cells) => batch.typing && change({ ...batch, typing: { ...batch.typing, cells } }),
    add: () => change(added(batch)),
    layAside: () => change({ ...batch, typing: undefined }),
    toSecond: () => change({ ...batch, stage: 'second' }),
    /** The second person has signed in; before their first sheet it may be somebody else. */
    seated: (partner: Partner) => change({ ...batch, partner }),
    backToFirst: () => change({ ...batch, stage: 'first' }),
    toCompare: () => change({ ...batch, stage: 'compare' }),
    backToSecond: () => change({ ...batch, stage: 'second' }),
    drop: (code: string) => change(without(batch, code)),
    settle: (key: string, value: number) => change({ ...batch, settled: { ...batch.settled, [key]: value } }),
    compared: compared(batch),
    seal: () => void seal(),
    giveUp: () => {
      beside.leave()
      clear()
    },
  }
}
export type EntryDesk = ReturnType<typeof useEntry>
