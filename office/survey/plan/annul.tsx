import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import * as z from 'zod/mini'

import type { Campaign } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { useSending } from '../../api/use-sending'
import { Note } from '../../design/standing'
import { took } from '../use-campaign'

/** The way out of every state; its reason is published. */
export function Annul({ campaign: { id, version } }: { campaign: Campaign }) {
  const [because, write, clear] = useDraft(`survey:${id}:annul`, z.string(), () => '')
  const [asking, setAsking] = useState(false)
  const { says, say, busy, send } = useSending()

  async function annul() {
    if (!because.trim()) return say('请写理由,群众要看得懂。')
    const annulled = await send(() => ask('POST /v1/surveys/{id}/annul', { params: { id }, body: { version, because } }))
    if (!annulled) return
    clear()
    setAsking(false)
    took(annulled)
  }
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        作废这次评议
      </Button>
      <Modal
        title="作废这次评议"
        open={asking}
        okText="作废,公布理由"
        cancelText="不作废"
        okButtonProps={{ danger: true }}
        confirmLoading={busy}
        onOk={() => void annul()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <div className="plan-lines">
          <p>作废以后,投过的票都不算数,也不能恢复。理由会公布给抽到的每一户。</p>
          <label className="labelled">
            <span>为什么作废?</span>
            <Input.TextArea
              value={because}
              maxLength={200}
              showCount
              autoSize={{ minRows: 3, maxRows: 6 }}
              placeholder="例:密封公钥的分片丢了一份,怕有人能打开选票"
              onChange={({ target }) => write(target.value)}
            />
          </label>
          {says && <Note tone="seal">{says}</Note>}
        </div>
      </Modal>
    </>
  )
}
