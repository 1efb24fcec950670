import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import { type Campaign, surveyLimits } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useRead } from '../../api/read'
import { useSending } from '../../api/use-sending'
import { Panel } from '../../design/page'
import { Note, Trouble } from '../../design/standing'
import { took } from '../use-campaign'

type To = 'published' | 'archived'

function useStep({ id, version }: Campaign) {
  const [asking, setAsking] = useState(false)
  const { says, busy, send } = useSending()
  async function step(to: To) {
    const stepped = await send(() => ask('POST /v1/surveys/{id}/step', { params: { id }, body: { version, to } }))
    if (!stepped) return
    setAsking(false)
    took(stepped)
  }
  return { asking, setAsking, says, busy, step }
}

/** What was counted goes out to everybody, once. */
export function Publish({ campaign }: { campaign: Campaign }) {
  const { asking, setAsking, says, busy, step } = useStep(campaign)
  return (
    <Panel title="下一步:公布">
      <div className="plan-lines">
        <p>
          监票人的结果交上来了。请先看 <Link to={`/survey/${campaign.id}/results`}>结果</Link>,和监票人核对,再公布。
        </p>
        <Button type="primary" block onClick={() => setAsking(true)}>
          公布结果
        </Button>
      </div>
      <Modal
        title="公布结果"
        open={asking}
        okText="公布"
        cancelText="再看看"
        confirmLoading={busy}
        onOk={() => void step('published')}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <div className="plan-lines">
          <p>群众看到本乡镇被评单位的结果,全部数据和核对用的材料向所有人公开。公布了不能收回。</p>
          <p>最低一组的单位、有人反映收钱物的单位,会收到整改要求,{surveyLimits.answerWorkingDays} 个工作日内答复,答复公开。</p>
          {says && <Note tone="seal">{says}</Note>}
        </div>
      </Modal>
    </Panel>
  )
}

/** The campaign goes to the files once its units have answered. */
export function Archive({ campaign }: { campaign: Campaign }) {
  const { says, busy, step } = useStep(campaign)
  const asked = useRead(['rectifications'], () => ask('GET /v1/rectifications'), { fresh: true })
  const open = asked.data?.items.filter(({ campaignId, answer }) => campaignId === campaign.id && !answer)
  return (
    <Panel title="下一步:归档">
      <div className="plan-lines">
        <p>
          结果公布了。单位的答复在 <Link to="/rectifications">评议整改</Link>,都答复了就可以归档。
        </p>
        <Trouble of={asked} />
        {open && open.length > 0 && (
          <Note>
            还有 {open.length} 个单位没有答复:{open.map(({ unitName }) => unitName).join('、')}。
          </Note>
        )}
        {says && <Note tone="seal">{says}</Note>}
        <Button block loading={busy} disabled={open?.length !== 0} onClick={() => void step('archived')}>
          归档
        </Button>
      </div>
    </Panel>
  )
}
