import { App, Button, Popconfirm } from 'antd'

import type { CampaignId, Pack } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useSending } from '../../api/use-sending'
import { Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { packsChanged } from './use-packs'

type Line = Pack['waiting'][number]
const did = { entered: '录了', voided: '作废了' } as const

function HalfLine({ campaignId, packId, line }: { campaignId: CampaignId; packId: Pack['id']; line: Line }) {
  const now = useNow()
  const { message } = App.useApp()
  const { says, busy, send } = useSending()
  const { step, kind, sheets, by, at, own } = line
  const what = `${did[kind]} ${sheets} 张`

  async function confirm() {
    const body = { step, kind, sheets }
    const booked = await send(() => ask('POST /v1/surveys/{id}/packs/{packId}/entries', { params: { id: campaignId, packId }, body }))
    packsChanged(campaignId)
    if (booked) void message.success(`${what},两个人都确认了`)
  }
  return (
    <li>
      <span>
        <b>{what}</b>,等第二人确认
        <small className="soft">
          {by}记的,{moment(at, now)}
          {own && ';您自己不能确认'}
        </small>
      </span>
      {!own && (
        <Popconfirm title={`${by}记的:${what}。您当时也在,数也对?`} okText="对,我确认" cancelText="再看看" onConfirm={() => void confirm()}>
          <Button size="small" type="primary" loading={busy}>
            我来确认<span className="unseen">,{what}</span>
          </Button>
        </Popconfirm>
      )}
      {says && <Note tone="seal">{says}</Note>}
    </li>
  )
}

/** What one person alone has noted of a pack: it does not count before the second one has said the same. */
export const HalfLines = ({ campaignId, of: { id, waiting } }: { campaignId: CampaignId; of: Pack }) => (
  <ul className="half-lines">
    {waiting.map((line) => (
      <HalfLine key={line.step} campaignId={campaignId} packId={id} line={line} />
    ))}
  </ul>
)
