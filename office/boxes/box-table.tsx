import { Button, Table, type TableColumnsType } from 'antd'

import type { BoxOpening, BoxOpeningId } from '../../contract/intake'
import { Chip } from '../design/chip'
import { Empty } from '../design/standing'
import { useNarrow } from '../design/use-narrow'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'

type Props = {
  openings: readonly BoxOpening[]
  mayType: boolean
  onConfirm: (id: BoxOpeningId) => void
  onType: (id: BoxOpeningId) => void
}

function Standing({ opening: { confirmedAt, slips, typed, partner } }: { opening: BoxOpening }) {
  if (!confirmedAt) return <Chip tone="grain">{`等${partner.name}确认`}</Chip>
  return slips > typed ? <Chip tone="grain">{`还有 ${slips - typed} 封没录`}</Chip> : <Chip>录完了</Chip>
}

/** The one thing that this person may do about an opening now. */
function Act({ of: { id, mine, confirmedAt, slips, typed }, mayType, onConfirm, onType }: { of: BoxOpening } & Omit<Props, 'openings'>) {
  if (mine)
    return (
      <Button size="small" type="primary" onClick={() => onConfirm(id)}>
        我一起开的,确认
      </Button>
    )
  if (!confirmedAt || slips <= typed || !mayType) return null
  return (
    <Button size="small" onClick={() => onType(id)}>
      录入信件
    </Button>
  )
}

const boxOf = ({ village, boxName }: BoxOpening) => `${village} ${boxName}`
const two = ({ openedBy, partner }: BoxOpening) => `${openedBy.name}、${partner.name}`

/** The openings of boxes, newest first. */
export function BoxTable({ openings, ...rest }: Props) {
  const now = useNow()
  const narrow = useNarrow()
  const act = { title: '要办的', key: 'act', render: (_: unknown, each: BoxOpening) => <Act of={each} {...rest} /> }
  const wide: TableColumnsType<BoxOpening> = [
    { title: '开箱时间', key: 'at', render: (_, { openedAt }) => moment(openedAt, now) },
    { title: '意见箱', key: 'box', render: (_, each) => boxOf(each) },
    { title: '开箱人', key: 'who', render: (_, each) => two(each) },
    { title: '信件', key: 'slips', render: (_, { slips, typed }) => `${typed} / ${slips} 封` },
    { title: '进度', key: 'standing', render: (_, each) => <Standing opening={each} /> },
    act,
  ]
  const stacked: TableColumnsType<BoxOpening> = [
    {
      title: '意见箱',
      key: 'box',
      render: (_, each) => (
        <>
          <b>{boxOf(each)}</b>
          <div className="soft">
            {moment(each.openedAt, now)} {two(each)}
          </div>
          <Standing opening={each} />
        </>
      ),
    },
    act,
  ]
  return (
    <Table
      size="middle"
      rowKey="id"
      columns={narrow ? stacked : wide}
      dataSource={openings}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Empty title="还没有开过箱">开箱要两个人在场,当场登记。</Empty> }}
    />
  )
}
