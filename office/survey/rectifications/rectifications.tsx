import { Button, Drawer, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams, Route, Routes } from 'react-router'

import { type Rectification, surveyLimits } from '../../../contract/survey'
import { Chip } from '../../design/chip'
import { Page, Panel } from '../../design/page'
import { Parts } from '../../design/parts'
import { Empty, Loading, Trouble } from '../../design/standing'
import { useNarrow } from '../../design/use-narrow'
import { moment } from '../../design/when'
import { Opened } from './opened'
import './rectifications.css'
import { useRectifications } from './use-rectifications'

const because: Readonly<Record<Rectification['because'][number], string>> = { lowest: '最低一组', money: '有人说收了钱物' }

const parts = [
  { key: 'open', title: '没答复', takes: ({ answer }: Rectification) => !answer },
  { key: 'answered', title: '已答复', takes: ({ answer }: Rectification) => answer !== undefined },
  { key: 'all', title: '全部', takes: () => true },
]

type Desk = ReturnType<typeof useRectifications>

const Why = ({ of }: { of: Rectification }) => (
  <>
    {of.because.map((why) => (
      <Chip key={why} tone={why === 'money' ? 'seal' : 'grain'}>
        {because[why]}
      </Chip>
    ))}
  </>
)

function Left({ of, desk }: { of: Rectification; desk: Desk }) {
  if (of.answer) return <Chip>{`${moment(of.answer.at, desk.now)} 答复了`}</Chip>
  const { words, tone } = desk.left(of)
  return <span className={tone}>{words}</span>
}

const Way = ({ of: { id, unitName } }: { of: Rectification }) => <Link to={`/rectifications/${id}`}>{unitName}</Link>

const columns = (desk: Desk, narrow: boolean): TableColumnsType<Rectification> =>
  narrow
    ? [
        {
          title: '整改',
          key: 'what',
          render: (_, each) => (
            <>
              <Way of={each} /> <Why of={each} />
              <div className="soft">{each.campaignTitle}</div>
              <Left of={each} desk={desk} />
            </>
          ),
        },
      ]
    : [
        {
          title: '单位',
          key: 'unit',
          sorter: (a, b) => a.unitName.localeCompare(b.unitName, 'zh'),
          render: (_, each) => <Way of={each} />,
        },
        { title: '哪一次评议', dataIndex: 'campaignTitle' },
        { title: '为什么', key: 'why', render: (_, each) => <Why of={each} /> },
        { title: '期限', key: 'due', sorter: (a, b) => a.dueAt.localeCompare(b.dueAt), render: (_, { dueAt }) => moment(dueAt, desk.now) },
        { title: '答复', key: 'left', render: (_, each) => <Left of={each} desk={desk} /> },
      ]

/** What the address names, beside the table it was chosen from. */
function Beside({ desk }: { desk: Desk }) {
  const { id } = useParams()
  const go = useNavigate()
  const one = desk.items.find((each) => each.id === id)
  return (
    <Drawer
      open
      size={720}
      title={one ? `${one.unitName}:整改答复` : '整改'}
      onClose={() => void go('/rectifications')}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {desk.reading.loading && <Loading />}
      {one && (
        <Opened
          key={one.id}
          of={one}
          now={desk.now}
          left={<Left of={one} desk={desk} />}
          why={<Why of={one} />}
          mayAnswer={desk.mayAnswer(one)}
        />
      )}
      {desk.reading.data && !one && <Empty title="没有找到,可能已经不在了" />}
    </Drawer>
  )
}

/** What units have been asked to put right after a survey, and what they answered. */
export default function Rectifications() {
  const desk = useRectifications()
  const narrow = useNarrow()
  const go = useNavigate()
  const [key, choose] = useState('open')
  const { reading, items } = desk
  const part = parts.find((each) => each.key === key) ?? parts[0]!
  return (
    <Page
      title="评议整改"
      note={`公布以后 ${surveyLimits.answerWorkingDays} 个工作日内答复,答复公开`}
      acts={<Button onClick={reading.again}>刷新</Button>}
    >
      <Panel>
        <Parts
          label="哪一部分"
          of={parts.map((each) => ({ ...each, count: reading.data && items.filter(each.takes).length }))}
          chosen={key}
          onChoose={choose}
        />
        <Trouble of={reading} />
        {reading.loading && <Loading />}
        {reading.data && (
          <Table
            className="rectifications"
            size="middle"
            rowKey="id"
            columns={columns(desk, narrow)}
            dataSource={items.filter(part.takes)}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => `共 ${total} 件` }}
            onRow={({ id }) => ({ onClick: () => void go(`/rectifications/${id}`) })}
            locale={{
              emptyText: <Empty title={`没有“${part.title}”的整改`}>评议公布以后,最低一组和有人反映收钱物的单位,列在这里。</Empty>,
            }}
          />
        )}
      </Panel>
      <Routes>
        <Route path=":id" element={<Beside desk={desk} />} />
      </Routes>
    </Page>
  )
}
