import { Button, Drawer, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'

import { type Campaign, type StratumId, surveyLimits } from '../../../contract/survey'
import { Chip } from '../../design/chip'
import { Panel } from '../../design/page'
import { Empty } from '../../design/standing'
import { useNarrow } from '../../design/use-narrow'
import { UnitPicker } from './unit-picker'

type Stratum = Campaign['strata'][number]

const names = ({ units }: Stratum) => units.map(({ name }) => name).join('、')

const Place = ({ of: { county, township } }: { of: Stratum }) => (
  <>
    {township} <span className="soft">{county}</span>
  </>
)

const Units = ({ of }: { of: Stratum }) =>
  of.units.length === 0 ? (
    <Chip tone="grain">还没选</Chip>
  ) : (
    <>
      {of.units.length} 个
      <span className="strata-names" title={names(of)}>
        {names(of)}
      </span>
    </>
  )

type Choose = ((id: StratumId) => void) | undefined

const act = (choose: Choose): TableColumnsType<Stratum> =>
  choose
    ? [
        {
          title: '要办的',
          key: 'act',
          render: (_, { id, township, units }) => (
            <Button size="small" onClick={() => choose(id)}>
              {units.length === 0 ? '选单位' : '改单位'}
              <span className="unseen">,{township}</span>
            </Button>
          ),
        },
      ]
    : []

const sizes: TableColumnsType<Stratum> = [
  { title: '名册户数', dataIndex: 'roll', align: 'right', className: 'strata-number' },
  { title: '抽几户', dataIndex: 'sample', align: 'right', className: 'strata-number', render: (sample?: number) => sample ?? '—' },
]

function columns(strata: readonly Stratum[], choose: Choose): TableColumnsType<Stratum> {
  const counties = [...new Set(strata.map(({ county }) => county))]
  return [
    {
      title: '乡镇',
      key: 'place',
      className: 'strata-place',
      ...(counties.length > 1 && {
        filters: counties.map((county) => ({ text: county, value: county })),
        onFilter: (value: unknown, { county }: Stratum) => county === value,
      }),
      render: (_, stratum) => <Place of={stratum} />,
    },
    { title: '被评单位', key: 'units', sorter: (a, b) => a.units.length - b.units.length, render: (_, stratum) => <Units of={stratum} /> },
    ...(strata.some(({ roll }) => roll !== undefined) ? sizes : []),
    ...act(choose),
  ]
}

const stacked = (choose: Choose): TableColumnsType<Stratum> => [
  {
    title: '乡镇和被评单位',
    key: 'stratum',
    render: (_, stratum) => (
      <>
        <Place of={stratum} />
        <div>
          <Units of={stratum} />
        </div>
        {stratum.roll !== undefined && (
          <div className="soft">
            名册 {stratum.roll} 户,抽 {stratum.sample ?? '—'} 户
          </div>
        )}
      </>
    ),
  },
  ...act(choose),
]

/** Every county × township with its one list of rated units. */
export function Strata({ campaign, mayChoose }: { campaign: Campaign; mayChoose: boolean }) {
  const { strata } = campaign
  const narrow = useNarrow()
  const [choosing, choose] = useState<StratumId>()
  const chosen = strata.find(({ id }) => id === choosing)
  return (
    <Panel title="评哪些单位" note={`一个乡镇一份名单,全乡镇一样,最多 ${surveyLimits.unitsMost} 个`}>
      <Table
        size="middle"
        rowKey="id"
        columns={narrow ? stacked(mayChoose ? choose : undefined) : columns(strata, mayChoose ? choose : undefined)}
        dataSource={strata}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => `共 ${total} 个乡镇` }}
        locale={{ emptyText: <Empty title="还没有乡镇">名册里有了村和户,这里就有乡镇。</Empty> }}
      />
      <Drawer
        title={chosen && `${chosen.county} ${chosen.township}:评哪些单位`}
        size={560}
        open={chosen !== undefined}
        onClose={() => choose(undefined)}
        styles={{ wrapper: { maxWidth: '100vw' } }}
        destroyOnHidden
      >
        {chosen && <UnitPicker key={chosen.id} campaign={campaign} stratum={chosen} onDone={() => choose(undefined)} />}
      </Drawer>
    </Panel>
  )
}
