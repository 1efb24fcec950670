import { App, Button, Drawer, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'

import type { BoxOpening, BoxOpeningId } from '../../contract/intake'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { readAll, refresh, useRead } from '../api/read'
import { useStaff } from '../api/session'
import { Chip } from '../design/chip'
import { Page, Panel } from '../design/page'
import { Empty, Loading, Trouble } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'
import { OpeningForm } from './opening-form'
import { SlipForm } from './slip-form'

const typists = ['desk', 'inspection', 'office'] as const

function Standing({ opening: { confirmedAt, slips, typed, partner } }: { opening: BoxOpening }) {
  if (!confirmedAt) return <Chip tone="grain">{`等${partner.name}确认`}</Chip>
  return slips > typed ? <Chip tone="grain">{`还有 ${slips - typed} 封没录`}</Chip> : <Chip>录完了</Chip>
}

/** The log of the suggestion boxes, and the slips out of them. */
export default function Boxes() {
  const now = useNow()
  const { message } = App.useApp()
  const mayType = useStaff()?.roles.some((role) => typists.some((one) => one === role)) ?? false
  const openings = useRead(['openings'], () => readAll((after) => ask('GET /v1/intake/box-openings', { query: { after } })))
  const [opening, setOpening] = useState(false)
  const [typing, setTyping] = useState<BoxOpeningId>()
  const typed = openings.data?.items.find(({ id }) => id === typing)

  async function confirm(id: BoxOpeningId) {
    try {
      const answer = await ask('POST /v1/intake/box-openings/{id}/confirm', { params: { id } })
      if (isProblem(answer)) void message.warning(answer.says)
      else void message.success('已确认一起开箱')
    } catch {
      void message.error(NO_ANSWER)
    }
    refresh('openings')
  }

  const columns: TableColumnsType<BoxOpening> = [
    { title: '开箱时间', dataIndex: 'openedAt', render: (_, { openedAt }) => moment(openedAt, now) },
    { title: '意见箱', dataIndex: 'boxName', render: (_, { village, boxName }) => `${village} ${boxName}` },
    {
      title: '开箱人',
      dataIndex: 'openedBy',
      responsive: ['md'],
      render: (_, { openedBy, partner }) => `${openedBy.name}、${partner.name}`,
    },
    { title: '信件', dataIndex: 'slips', render: (_, { slips, typed: done }) => `${done} / ${slips} 封` },
    { title: '进度', key: 'standing', render: (_, each) => <Standing opening={each} /> },
    {
      title: '要办的',
      key: 'act',
      render: (_, { id, mine, confirmedAt, slips, typed: done }) =>
        mine ? (
          <Button size="small" type="primary" onClick={() => void confirm(id)}>
            我一起开的,确认
          </Button>
        ) : confirmedAt && slips > done && mayType ? (
          <Button size="small" onClick={() => setTyping(id)}>
            录入信件
          </Button>
        ) : null,
    },
  ]
  return (
    <Page
      title="意见箱"
      note="两个人一起开,一个登记、一个确认"
      acts={
        <>
          <Button onClick={openings.again}>刷新</Button>
          {mayType && (
            <Button type="primary" onClick={() => setOpening(true)}>
              登记开箱
            </Button>
          )}
        </>
      }
    >
      <Panel>
        <Trouble of={openings} />
        {openings.loading && <Loading />}
        {openings.data && (
          <Table
            size="middle"
            rowKey="id"
            columns={columns}
            dataSource={openings.data.items}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: <Empty title="还没有开过箱">开箱要两个人在场,当场登记。</Empty> }}
          />
        )}
      </Panel>
      <Drawer
        title="登记开箱"
        size={720}
        open={opening}
        onClose={() => setOpening(false)}
        styles={{ wrapper: { maxWidth: '100vw' } }}
        destroyOnHidden
      >
        <OpeningForm onDone={() => setOpening(false)} />
      </Drawer>
      <Drawer
        title={typed ? `${typed.village} ${typed.boxName}` : '录入信件'}
        size={720}
        open={typed !== undefined}
        onClose={() => setTyping(undefined)}
        styles={{ wrapper: { maxWidth: '100vw' } }}
        destroyOnHidden
      >
        {typed && <SlipForm opening={typed} onDone={() => setTyping(undefined)} />}
      </Drawer>
    </Page>
  )
}
