import { App, Button, Modal, Popconfirm } from 'antd'
import { useState } from 'react'

import type { CampaignId, Pack } from '../../../contract/survey'
import { isProblem } from '../../../contract/problem'
import { ask, askAsSecond } from '../../api/ask'
import { unseat } from '../../api/second'
import { useSending } from '../../api/use-sending'
import { Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { SecondSignIn } from './second'
import { useBeside } from './use-beside'
import { packsChanged } from './use-packs'

type Line = Pack['waiting'][number]
type Props = { campaignId: CampaignId; pack: Pack; line: Line }
const did = { entered: '录了', voided: '作废了' } as const

/** A line that one person has noted is confirmed by another one: by whoever is signed in here, or by a colleague beside them. */
function useConfirming({ campaignId, pack, line: { step, kind, sheets } }: Props) {
  const beside = useBeside({ campaignId, pack, kind })
  const { message } = App.useApp()
  const { says, say, busy, send } = useSending()
  const [asking, setAsking] = useState(false)

  async function confirm(as: typeof ask) {
    const booked = await send(() =>
      as('POST /v1/surveys/{id}/packs/{packId}/entries', { params: { id: campaignId, packId: pack.id }, body: { step, kind, sheets } }),
    )
    packsChanged(campaignId)
    if (!booked || isProblem(booked)) return
    if (booked.waiting.some((each) => each.step === step)) say('还是同一个人,不算两个人。')
    else void message.success('两个人都确认了')
  }
  return {
    ...{ beside, says, busy, asking, setAsking },
    confirm: () => void confirm(ask),
    /** The colleague has signed in, says the same, and leaves. */
    seated: () => {
      setAsking(false)
      void confirm(askAsSecond).then(unseat)
    },
  }
}

function HalfLine(props: Props) {
  const now = useNow()
  const { kind, sheets, by, at, own } = props.line
  const { beside, says, busy, asking, setAsking, confirm, seated } = useConfirming(props)
  const what = `${did[kind]} ${sheets} 张`
  return (
    <li>
      <span>
        <b>{what}</b>,等第二人确认
        <small className="soft">
          {by}记的,{moment(at, now)}
        </small>
      </span>
      {own ? (
        <Button size="small" loading={busy} onClick={() => setAsking(true)}>
          请第二位来确认<span className="unseen">,{what}</span>
        </Button>
      ) : (
        <Popconfirm title={`${by}记的:${what}。您当时也在,数也对?`} okText="对,我确认" cancelText="再看看" onConfirm={confirm}>
          <Button size="small" type="primary" loading={busy}>
            我来确认<span className="unseen">,{what}</span>
          </Button>
        </Popconfirm>
      )}
      {says && <Note tone="seal">{says}</Note>}
      <Modal title={`${by}记的:${what}`} open={asking} width={800} footer={null} onCancel={() => setAsking(false)} destroyOnHidden>
        <SecondSignIn beside={beside} title="请第二位登录,确认这笔账" then="账就对上了" onSeated={seated} />
      </Modal>
    </li>
  )
}

/** What one person alone has noted of a pack: it does not count before the second one has said the same. */
export const HalfLines = ({ campaignId, of }: { campaignId: CampaignId; of: Pack }) => (
  <ul className="half-lines">
    {of.waiting.map((line) => (
      <HalfLine key={line.step} campaignId={campaignId} pack={of} line={line} />
    ))}
  </ul>
)
