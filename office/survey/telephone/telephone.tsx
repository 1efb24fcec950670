import { Button, Popconfirm } from 'antd'
import { useState } from 'react'

import type { VillageId } from '../../../contract/pairing'
import type { Campaign, RollEntry } from '../../../contract/survey'
import { Panel } from '../../design/page'
import { Empty, Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { isPast } from '../../design/when'
import '../../intake/intake.css'
import { Roll } from '../roll/roll'
import { AskUnit } from './ask-unit'
import { asked, type Call } from './call'
import { ReadBack } from './read-back'
import { Say } from './say'
import './telephone.css'
import { useTelephone } from './use-telephone'

const stages: readonly { stage: Call['stage']; title: string }[] = [
  { stage: 'say', title: '先说清楚' },
  { stage: 'find', title: '找到这一户' },
  { stage: 'ask', title: '一个个问' },
  { stage: 'readBack', title: '念一遍' },
  { stage: 'send', title: '封好投出' },
]

type Found = { campaign: Campaign; onFound: (entry: RollEntry) => void }

function Find({ campaign, onFound }: Found) {
  const [villageId, setVillage] = useState<VillageId>()
  return (
    <>
      <p className="call-hint">问清楚是哪个村、户主叫什么。一户一张票,领过的不能再评。</p>
      <Roll
        campaign={campaign}
        villageId={villageId}
        onVillage={setVillage}
        act={(entry) => (
          <Button size="small" onClick={() => onFound(entry)}>
            就是这户<span className="unseen">,{entry.headName}</span>
          </Button>
        )}
      />
    </>
  )
}

/** A villager answers on the telephone: one guided form, from the sentence that the interviewer hears it to the ballot in the box. */
export default function Telephone({ campaign }: { campaign: Campaign }) {
  const now = useNow()
  const desk = useTelephone(campaign)
  const { drawsUntil } = campaign.plan
  const { call, write, ended, says, busy } = desk
  const at = stages.findIndex(({ stage }) => stage === call.stage)
  const household = 'household' in call ? call.household : undefined
  const stratum = campaign.strata.find(({ id }) => id === household?.stratumId)

  // What is sealed may still be sent: it was begun in time, or the server says that it was not.
  if (!ended && call.stage !== 'send' && drawsUntil && isPast(drawsUntil, now))
    return (
      <Panel title="电话评议">
        <Empty title="停止领票了">现在不能再打电话评。领了票还没投的,截止以前还能投。</Empty>
      </Panel>
    )
  if (ended)
    return (
      <Panel title="电话评议">
        <div className="call-ended" role="status">
          {'receipt' in ended ? (
            <>
              <h2>投好了</h2>
              <p>请说:“您的票投进去了。答案封好了,我这里也不留。”</p>
              <p>
                对方想要凭证的,念前 8 位:<b className="call-receipt">{ended.receipt.slice(0, 8).match(/.{4}/g)?.join(' ')}</b>
              </p>
              <p className="soft">公布以后,凭它能在公开的名单里找到这张票。</p>
            </>
          ) : (
            <>
              <h2>没有投成</h2>
              <Note tone="seal">{ended.says}</Note>
              <p>答案没有留下。请向对方说明。</p>
            </>
          )}
          <Button type="primary" size="large" autoFocus onClick={desk.next}>
            打下一个电话
          </Button>
        </div>
      </Panel>
    )
  return (
    <Panel
      title="电话评议"
      note={
        call.stage !== 'say' && (
          <Popconfirm title="不评了?答案都不留。" okText="不评了" cancelText="接着评" onConfirm={desk.next}>
            <Button size="small">对方不评了,挂断</Button>
          </Popconfirm>
        )
      }
    >
      <ol className="call-stages" aria-label="到哪一步">
        {stages.map(({ stage, title }, nth) => (
          <li key={stage} className={nth === at ? 'call-now' : undefined} aria-current={nth === at ? 'step' : undefined}>
            {nth + 1}. {title}
          </li>
        ))}
      </ol>
      {household && (
        <p className="call-who">
          {household.village} {household.group},户主 <b>{household.headName}</b>
        </p>
      )}
      {call.stage === 'say' && <Say title={campaign.plan.title} onAgreed={() => write({ stage: 'find' })} />}
      {call.stage === 'find' && (
        <Find
          campaign={campaign}
          onFound={({ rollId, stratumId, headName, village, group }) => {
            const units = campaign.strata.find(({ id }) => id === stratumId)?.units ?? []
            write(asked({ rollId, stratumId, headName, village, group }, units.length))
          }}
        />
      )}
      {call.stage === 'ask' && stratum && <AskUnit call={call} plan={campaign.plan} units={stratum.units} onCall={write} />}
      {call.stage === 'readBack' && stratum && (
        <ReadBack call={call} plan={campaign.plan} units={stratum.units} busy={busy} onMend={write} onSend={desk.seal} />
      )}
      {call.stage === 'send' && (
        <div className="intake-form" role="status">
          <p>{busy ? '正在投票…' : '答案已经封好,还没有送到。'}</p>
          {!busy && (
            <Button type="primary" style={{ justifySelf: 'start' }} onClick={desk.again}>
              再送一次
            </Button>
          )}
        </div>
      )}
      {says && <Note tone="seal">{says}</Note>}
    </Panel>
  )
}
