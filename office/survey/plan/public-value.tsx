import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import * as z from 'zod/mini'

import type { Campaign } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { useSending } from '../../api/use-sending'
import { Panel } from '../../design/page'
import { Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { left, moment } from '../../design/when'
import { took } from '../use-campaign'

/** The public value is copied from its source; together with what is frozen it decides who is drawn. */
export function PublicValue({ campaign: { id, version, plan, frozenDigest } }: { campaign: Campaign }) {
  const now = useNow()
  const [value, write, clear] = useDraft(`survey:${id}:value`, z.string(), () => '')
  const [asking, setAsking] = useState(false)
  const { says, busy, send } = useSending()
  const { source } = plan
  const waits = source !== undefined && Date.parse(source.at) > now

  async function enter() {
    const drawn = await send(() => ask('POST /v1/surveys/{id}/value', { params: { id }, body: { version, value } }))
    if (!drawn) return
    clear()
    took(drawn)
  }
  return (
    <Panel title="下一步:输入公开数">
      <div className="plan-lines">
        {source && (
          <p>
            {source.name},{moment(source.at, now)} 公布
            {waits && `,还有 ${left(source.at, now)}`}。
          </p>
        )}
        <label className="labelled">
          <span>照公布的一个字不差地抄,包括空格</span>
          <Input
            value={value}
            maxLength={200}
            disabled={waits}
            placeholder="例:03 08 15 21 27 30 + 11"
            onChange={({ target }) => write(target.value)}
          />
        </label>
        {waits && <p className="soft">还没公布,现在输不了。</p>}
        <Button type="primary" block disabled={waits || !value.trim()} onClick={() => setAsking(true)}>
          用它抽户
        </Button>
        {frozenDigest && (
          <p className="soft">
            冻结摘要请先公开,好让人对:
            <span className="plan-print">{frozenDigest}</span>
          </p>
        )}
      </div>
      <Modal
        title="这就是公布的数吗?"
        open={asking}
        okText="一字不差,抽户"
        cancelText="再对一遍"
        confirmLoading={busy}
        onOk={() => void enter()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <div className="plan-lines">
          <p>{source?.name}:</p>
          <p className="plan-value">{value.trim()}</p>
          <p>抽哪些户由它和冻结的名册算出来,输了就不能改。谁都可以照公开的做法再算一遍。</p>
          {says && <Note tone="seal">{says}</Note>}
        </div>
      </Modal>
    </Panel>
  )
}
