import { Button, Table, type TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router'

import type { Campaign, CampaignId, Pack } from '../../../contract/survey'
import { Chip } from '../../design/chip'
import { Panel } from '../../design/page'
import { Empty, Loading, Trouble } from '../../design/standing'
import { useNarrow } from '../../design/use-narrow'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { HalfLines } from './half-lines'
import { packName, restOf } from './pack'
import { usePacks } from './use-packs'

/** Whether each of a pack's sheets is accounted for, by two; and what still waits for the second one. */
const Standing = ({ campaignId, of }: { campaignId: CampaignId; of: Pack }) => (
  <>
    {restOf(of) > 0 && <Chip tone="grain">{`还差 ${restOf(of)} 张`}</Chip>}
    {restOf(of) === 0 && of.waiting.length === 0 && <Chip>都对上了</Chip>}
    {of.waiting.length > 0 && <HalfLines campaignId={campaignId} of={of} />}
  </>
)

/** Where a pack is from, and where its sheets are. */
export function Packs({ campaign }: { campaign: Campaign }) {
  const now = useNow()
  const narrow = useNarrow()
  const go = useNavigate()
  const reading = usePacks(campaign.id)
  const home = `/survey/${campaign.id}/paper`
  const isOpen = campaign.state === 'open'
  // Sheets are printed beforehand; they are taken and entered once the survey is open.
  const mayPrint = isOpen || campaign.state === 'frozen' || campaign.state === 'sampling'
  const placeOf = ({ stratumId }: Pack) => campaign.strata.find(({ id }) => id === stratumId)
  const act = {
    title: '要办的',
    key: 'act',
    render: (_: unknown, pack: Pack) =>
      isOpen &&
      restOf(pack) > 0 && (
        <span className="packs-acts">
          <Link to={`${home}/enter/${pack.id}`}>
            录入<span className="unseen">,{packName(pack.id)}</span>
          </Link>
          <Link to={`${home}/void/${pack.id}`}>
            作废没用的<span className="unseen">,{packName(pack.id)}</span>
          </Link>
        </span>
      ),
  }
  const wide: TableColumnsType<Pack> = [
    { title: '包号', key: 'name', render: (_, { id }) => packName(id) },
    { title: '乡镇', key: 'place', render: (_, pack) => placeOf(pack)?.township },
    { title: '印了', dataIndex: 'sheets', align: 'right' },
    { title: '录了', dataIndex: 'entered', align: 'right' },
    { title: '作废', dataIndex: 'voided', align: 'right' },
    { title: '对账', key: 'standing', render: (_, pack) => <Standing campaignId={campaign.id} of={pack} /> },
    { title: '谁印的', key: 'by', render: (_, { madeBy, madeAt }) => `${madeBy},${moment(madeAt, now)}` },
    act,
  ]
  const stacked: TableColumnsType<Pack> = [
    {
      title: '一包问卷',
      key: 'pack',
      render: (_, pack) => (
        <>
          <b>{placeOf(pack)?.township}</b> {packName(pack.id)}
          <div className="soft">
            印了 {pack.sheets},录了 {pack.entered},作废 {pack.voided}
          </div>
          <Standing campaignId={campaign.id} of={pack} />
        </>
      ),
    },
    act,
  ]
  return (
    <Panel title="一包一包的问卷" note="每一张不是录入,就是作废;截止前要对上">
      {mayPrint && (
        <div className="packs-tools">
          <Button type="primary" onClick={() => void go(`${home}/print`)}>
            印一包问卷
          </Button>
          {isOpen && <Button onClick={() => void go(`${home}/take`)}>登记哪一户领了纸</Button>}
        </div>
      )}
      <Trouble of={reading} />
      {reading.loading && <Loading />}
      {reading.data && (
        <Table
          size="middle"
          rowKey="id"
          columns={narrow ? stacked : wide}
          dataSource={reading.data.items}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => `共 ${total} 包` }}
          locale={{
            emptyText: <Empty title="还没有印过问卷">没有手机、不会用手机的户,用纸质问卷评。问卷上没有户名,谁领哪一张都行。</Empty>,
          }}
        />
      )}
    </Panel>
  )
}
