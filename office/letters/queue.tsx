import { Table, type TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router'

import { kinds, type TicketLine } from '../../contract/ticket'
import { Chip } from '../design/chip'
import { useNarrow } from '../design/use-narrow'
import { Empty } from '../design/standing'
import './queue.css'
import { matter, remaining, standing } from './standing'

type Props = { lines: readonly TicketLine[]; now: number; search: string; empty: string }

const State = ({ line }: { line: TicketLine }) => {
  const [words, tone] = standing(line)
  return (
    <>
      <Chip tone={tone}>{words}</Chip>
      {line.raised > 0 && <Chip tone="seal">督办</Chip>}
      {line.flagged && <Chip tone="seal">被标记</Chip>}
    </>
  )
}

function Remaining({ line, now }: { line: TicketLine; now: number }) {
  const { words, tone } = remaining(line, now)
  return <span className={`queue-left ${tone ?? ''}`}>{words}</span>
}

const Way = ({ line: { id, number }, search }: { line: TicketLine; search: string }) => (
  <Link to={`/letters/${id}?${search}`}>{number}</Link>
)

const Matter = ({ line }: { line: TicketLine }) => (
  <span className={`queue-matter ${line.confidential ? 'queue-secret' : ''}`} title={line.title}>
    {matter(line)}
  </span>
)

/** On a narrow screen: what it is and by when, each over where it stands. */
const stacked = (now: number, search: string): TableColumnsType<TicketLine> => [
  {
    title: '来信',
    key: 'letter',
    render: (_, line) => (
      <>
        <Matter line={line} />
        <Way line={line} search={search} />
      </>
    ),
  },
  {
    title: '还剩',
    key: 'rest',
    render: (_, line) => (
      <>
        <Remaining line={line} now={now} />
        <br />
        <State line={line} />
      </>
    ),
  },
]

const columns = (now: number, search: string): TableColumnsType<TicketLine> => [
  {
    title: '编号',
    dataIndex: 'number',
    className: 'queue-number',
    render: (_, line) => <Way line={line} search={search} />,
  },
  {
    title: '事由',
    dataIndex: 'title',
    filters: Object.entries(kinds).map(([value, text]) => ({ value, text })),
    onFilter: (value, { kind }) => kind === value,
    render: (_, line) => <Matter line={line} />,
  },
  { title: '村', dataIndex: 'place', render: (_, { place }) => place?.split(' ')[0] ?? '—' },
  {
    title: '承办单位',
    dataIndex: 'deskName',
    sorter: (a, b) => (a.deskName ?? '').localeCompare(b.deskName ?? '', 'zh'),
    render: (_, { deskName, kind }) => deskName ?? (kind === 'complaint' ? '督查组' : '—'),
  },
  { title: '状态', dataIndex: 'state', render: (_, line) => <State line={line} /> },
  {
    title: '还剩',
    dataIndex: 'deadline',
    sorter: (a, b) => a.deadline.localeCompare(b.deadline),
    render: (_, line) => <Remaining line={line} now={now} />,
  },
]

/** Tickets in a table. The number is the way in for a keyboard; a click may land anywhere on the line. */
export function Queue({ lines, now, search, empty }: Props) {
  const go = useNavigate()
  const narrow = useNarrow()
  return (
    <Table
      className="queue"
      size="middle"
      rowKey="id"
      columns={narrow ? stacked(now, search) : columns(now, search)}
      dataSource={lines}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => `共 ${total} 件` }}
      locale={{ emptyText: <Empty title={empty} /> }}
      onRow={({ id }) => ({ onClick: () => void go(`/letters/${id}?${search}`) })}
    />
  )
}
