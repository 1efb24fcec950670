import { Button } from 'antd'
import type { ReactNode } from 'react'

import type { Campaign, Pack } from '../../../../contract/survey'
import { Panel } from '../../../design/page'
import { Outgoing } from '../outgoing'
import { packName } from '../pack'
import { SecondSignIn } from '../second'
import { Compare } from './compare'
import './entry.css'
import { Pass } from './pass'
import { type EntryDesk, useEntry } from './use-entry'

type Props = { campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number]; back: ReactNode }

/** The stack has been handed over, and the second person is not signed in yet, or no longer. */
const Handed = ({ desk }: { desk: EntryDesk }) => (
  <div className="intake-form">
    <p>
      第一遍录了 {desk.batch.first.length} 张。
      {desk.batch.stage === 'compare' ? '要两个人都在,才能对、才能投。' : '第二遍换一个人从头录,看不到第一遍录的。'}
    </p>
    <SecondSignIn
      beside={desk.beside}
      title={desk.batch.stage === 'compare' ? '请第二位回来登录' : '请录第二遍的同事登录'}
      then="这里就换他录"
      onSeated={desk.seated}
    />
    {desk.batch.second.length === 0 && (
      <Button style={{ justifySelf: 'start' }} onClick={desk.backToFirst}>
        还没录完,回到第一遍
      </Button>
    )}
  </div>
)

/** Paper sheets typed twice, by two persons, and compared before anything is cast. */
export function Entry({ campaign, pack, stratum, back }: Props) {
  const desk = useEntry({ campaign, pack, stratum })
  const { batch, outgoing } = desk
  return (
    <Panel title={`录入:${stratum.township},${packName(pack.id)}`} note={back}>
      {outgoing.out ? (
        <Outgoing of={outgoing} what="投票" />
      ) : batch.stage !== 'first' && !desk.beside.partner ? (
        <Handed desk={desk} />
      ) : batch.stage === 'compare' ? (
        <Compare desk={desk} stratum={stratum} />
      ) : (
        <Pass key={batch.stage} desk={desk} campaign={campaign} pack={pack} stratum={stratum} />
      )}
    </Panel>
  )
}
