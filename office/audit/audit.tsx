import { Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import type { Lookup } from '../../contract/intake'
import type { SenderRead } from '../../contract/ticket'
import { ask } from '../api/ask'
import { readAll, useRead } from '../api/read'
import { Page, Panel } from '../design/page'
import { Parts } from '../design/parts'
import { Empty, Loading, Trouble } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'

const kinds: Readonly<Record<Lookup['kind'], string>> = { phone: '按电话', search: '按村和姓名', card: '按卡号码', household: '打开一户' }

function SenderReads() {
  const now = useNow()
  const reads = useRead(['sender-reads'], () => readAll((after) => ask('GET /v1/sender-reads', { query: { after } })))
  return (
    <>
      <Trouble of={reads} />
      {reads.loading && <Loading />}
      {reads.data && (
        <Table<SenderRead>
          size="middle"
          rowKey={({ at, by }) => at + by}
          dataSource={reads.data.items}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty title="还没有人看过保密投诉的投诉人" /> }}
          columns={[
            { title: '时间', dataIndex: 'at', render: (_, { at }) => moment(at, now) },
            { title: '谁看的', dataIndex: 'by' },
            { title: '编号', dataIndex: 'number', render: (_, { ticketId, number }) => <Link to={`/letters/${ticketId}`}>{number}</Link> },
            { title: '理由', dataIndex: 'reason' },
          ]}
        />
      )}
    </>
  )
}

function Lookups() {
  const now = useNow()
  const looks = useRead(['lookups'], () => readAll((after) => ask('GET /v1/intake/lookups', { query: { after } })))
  return (
    <>
      <Trouble of={looks} />
      {looks.loading && <Loading />}
      {looks.data && (
        <Table<Lookup>
          size="middle"
          rowKey={({ at, by, kind }) => at + by + kind}
          dataSource={looks.data.items}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty title="还没有人查过名册" /> }}
          columns={[
            { title: '时间', dataIndex: 'at', render: (_, { at }) => moment(at, now) },
            { title: '谁查的', dataIndex: 'by', render: (_, { by, unitName }) => `${unitName} ${by}` },
            { title: '怎么查的', dataIndex: 'kind', render: (_, { kind }) => kinds[kind] },
            { title: '查到几户', dataIndex: 'found' },
          ]}
        />
      )}
    </>
  )
}

const tabs = [
  { key: 'senders', title: '查看投诉人' },
  { key: 'lookups', title: '查名册' },
]

/** Who has looked at what is kept from others: confidential senders, and the roll. */
export default function Audit() {
  const [tab, setTab] = useState('senders')
  return (
    <Page title="保密审计" note="谁看过保密投诉的投诉人,谁查过名册">
      <Panel>
        <Parts label="哪一种" of={tabs} chosen={tab} onChoose={setTab} />
        {tab === 'senders' ? <SenderReads /> : <Lookups />}
      </Panel>
    </Page>
  )
}
