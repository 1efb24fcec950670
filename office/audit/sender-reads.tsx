import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'

import type { SenderRead } from '../../contract/ticket'
import { ask } from '../api/ask'
import { readAll, useRead } from '../api/read'
import { Empty, Loading, Trouble } from '../design/standing'
import { useNarrow } from '../design/use-narrow'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'

const Way = ({ ticketId, number }: SenderRead) => <Link to={`/letters/${ticketId}`}>{number}</Link>

const wide = (now: number): TableColumnsType<SenderRead> => [
  { title: '时间', key: 'at', render: (_, { at }) => moment(at, now) },
  { title: '谁看的', dataIndex: 'by' },
  { title: '编号', key: 'number', render: (_, read) => <Way {...read} /> },
  { title: '理由', dataIndex: 'reason' },
]

const stacked = (now: number): TableColumnsType<SenderRead> => [
  {
    title: '谁看的,为什么',
    key: 'read',
    render: (_, read) => (
      <>
        <b>{read.by}</b>:{read.reason}
        <div className="soft">
          {moment(read.at, now)} <Way {...read} />
        </div>
      </>
    ),
  },
]

/** Every read of a confidential sender, with its reason. */
export function SenderReads() {
  const now = useNow()
  const narrow = useNarrow()
  const reads = useRead(['sender-reads'], () => readAll((after) => ask('GET /v1/sender-reads', { query: { after } })))
  return (
    <>
      <Trouble of={reads} />
      {reads.loading && <Loading />}
      {reads.data && (
        <Table
          size="middle"
          rowKey={({ at, by }) => at + by}
          columns={narrow ? stacked(now) : wide(now)}
          dataSource={reads.data.items}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty title="还没有人看过保密投诉的投诉人" /> }}
        />
      )}
    </>
  )
}
