import type { ReactNode } from 'react'

import type { Campaign, Pack } from '../../../../contract/survey'
import { Panel } from '../../../design/page'
import { Outgoing } from '../outgoing'
import { packName } from '../pack-name'
import { Compare } from './compare'
import './entry.css'
import { Pass } from './pass'
import { useEntry } from './use-entry'

type Props = { campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number]; back: ReactNode }

/** Paper sheets typed twice, by two persons, and compared before anything is cast. */
export function Entry({ campaign, pack, stratum, back }: Props) {
  const desk = useEntry({ campaign, pack, stratum })
  const { batch, outgoing } = desk
  return (
    <Panel title={`录入:${stratum.township},${packName(pack.id)}`} note={back}>
      {outgoing.out ? (
        <Outgoing of={outgoing} what="投票" onDone={() => undefined} />
      ) : batch.stage === 'compare' ? (
        <Compare desk={desk} stratum={stratum} />
      ) : (
        <Pass key={batch.stage} desk={desk} campaign={campaign} pack={pack} stratum={stratum} />
      )}
    </Panel>
  )
}
