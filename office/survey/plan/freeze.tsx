import { Button, Modal } from 'antd'
import { useState } from 'react'

import type { Campaign } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useSending } from '../../api/use-sending'
import { Panel } from '../../design/page'
import { Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { took } from '../use-campaign'
import { checklist } from './form'

/** The end of drafting. What is frozen is fixed before anybody can know the public value that the sample is drawn by. */
export function Freeze({ campaign }: { campaign: Campaign }) {
  const { id, version } = campaign
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const { says, busy, send } = useSending()
  const list = checklist(campaign, now)
  const ready = list.every(({ done }) => done)

  async function freeze() {
    const frozen = await send(() => ask('POST /v1/surveys/{id}/freeze', { params: { id }, body: { version } }))
    if (frozen) took(frozen)
  }
  return (
    <Panel title="下一步:冻结">
      <ul className="plan-check">
        {list.map(({ says: what, done }) => (
          <li key={what}>
            {done ? <b aria-hidden>✓</b> : <span aria-hidden>○</span>}
            <span className={done ? 'soft' : undefined}>
              {what}
              <span className="unseen">{done ? ',好了' : ',还没好'}</span>
            </span>
          </li>
        ))}
      </ul>
      <Button type="primary" block disabled={!ready} onClick={() => setAsking(true)}>
        冻结方案和名册
      </Button>
      {!ready && <p className="soft">上面都好了才能冻结;改了方案要先保存。</p>}
      <p className="soft plan-id">
        评议编号 <span className="plan-key">{id}</span>
      </p>
      <Modal
        title="冻结以后就不能改了"
        open={asking}
        okText="冻结,不能再改"
        cancelText="再看看"
        confirmLoading={busy}
        onOk={() => void freeze()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <div className="plan-lines">
          <p>这些都会定下来,谁也改不了:</p>
          <ul>
            <li>题目、三项各占多少分</li>
            <li>{campaign.strata.length} 个乡镇各自的被评单位名单</li>
            <li>抽多少户、每个乡镇至少多少户</li>
            <li>此刻的名册:以后新登记的户不在里面</li>
            <li>公开数的来源和时间、两把公钥、三个日期</li>
          </ul>
          <p>要改只能作废这次评议,写明理由并公布,再重新起草。</p>
          {says && <Note tone="seal">{says}</Note>}
        </div>
      </Modal>
    </Panel>
  )
}
