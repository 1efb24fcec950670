import { Table, type TableColumnsType } from 'antd'

import type { Lookup } from '../../contract/intake'
import { ask } from '../api/ask'
import { readAll, useRead } from '../api/read'
import { Empty, Loading, Trouble } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'

const kinds: Readonly<Record<Lookup['kind'], string>> = {
  phone: '按电话',
  search: '按村和姓名',
  card: '按卡号码',
  household: '打开一户',
  sample: '看抽中评议的户',
}

const columns = (now: number): TableColumnsType<Lookup> => [
  { title: '时间', key: 'at', render: (_, { at }) => moment(at, now) },
  { title: '谁查的', key: 'by', render: (_, { by, unitName }) => `${unitName} ${by}` },
  { title: '怎么查的', key: 'kind', render: (_, { kind, found }) => `${kinds[kind]},${found} 户` },
]

/** Every look into the roll. */
export function Lookups() {
  const now = useNow()
  const looks = useRead(['lookups'], () => readAll((after) => ask('GET /v1/intake/lookups', { query: { after } })))
  return (
    <>
      <Trouble of={looks} />
      {looks.loading && <Loading />}
      {looks.data && (
        <Table
          size="middle"
          rowKey={({ at, by, kind }) => at + by + kind}
          columns={columns(now)}
          dataSource={looks.data.items}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty title="还没有人查过名册" /> }}
        />
      )}
    </>
  )
}
