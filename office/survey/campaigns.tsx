import { Button, Drawer, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'

import type { CampaignLine } from '../../contract/survey'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Chip } from '../design/chip'
import { Page, Panel } from '../design/page'
import { Empty, Loading, Trouble } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'
import { NewCampaign } from './new-campaign'
import { standings } from './states'
import { useMayRun } from './use-campaign'

const columns = (now: number): TableColumnsType<CampaignLine> => [
  { title: '评议', dataIndex: 'title', render: (_, { id, title }) => <Link to={`/survey/${id}`}>{title}</Link> },
  {
    title: '进行到',
    dataIndex: 'state',
    render: (_, { state }) => {
      const [words, tone] = standings[state]
      return <Chip tone={tone}>{words}</Chip>
    },
  },
  { title: '开始', dataIndex: 'opensAt', responsive: ['sm'], render: (_, { opensAt }) => (opensAt ? moment(opensAt, now) : '还没定') },
  { title: '截止', dataIndex: 'castsUntil', render: (_, { castsUntil }) => (castsUntil ? moment(castsUntil, now) : '还没定') },
]

/** All campaigns, the newest first. */
export function Campaigns() {
  const now = useNow()
  const go = useNavigate()
  const mayRun = useMayRun()
  const reading = useRead(['surveys'], () => ask('GET /v1/surveys'))
  const [beginning, begin] = useState(false)
  return (
    <Page
      title="群众评机关"
      note="抽到的户才评;谁投了什么票,谁也查不到"
      acts={
        <>
          <Button onClick={reading.again}>刷新</Button>
          {mayRun && (
            <Button type="primary" onClick={() => begin(true)}>
              新起草一次评议
            </Button>
          )}
        </>
      }
    >
      <Panel>
        <Trouble of={reading} />
        {reading.loading && <Loading />}
        {reading.data && (
          <Table
            className="survey-list"
            size="middle"
            rowKey="id"
            columns={columns(now)}
            dataSource={reading.data.items}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            onRow={({ id }) => ({ onClick: () => void go(`/survey/${id}`) })}
            locale={{
              emptyText: (
                <Empty title="还没有评议">
                  {mayRun ? '点右上角“新起草一次评议”:先定题目和被评单位,再冻结、抽户。' : '县、市办公室起草以后,这里能看到。'}
                </Empty>
              ),
            }}
          />
        )}
      </Panel>
      <Drawer
        title="新起草一次评议"
        size={480}
        open={beginning}
        onClose={() => begin(false)}
        styles={{ wrapper: { maxWidth: '100vw' } }}
        destroyOnHidden
      >
        <NewCampaign onMade={(id) => void go(`/survey/${id}`)} />
      </Drawer>
    </Page>
  )
}
