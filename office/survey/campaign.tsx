import { Button } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'

import type { Campaign as Whole, CampaignId } from '../../contract/survey'
import { useStaff } from '../api/session'
import { Chip } from '../design/chip'
import { Page, Panel } from '../design/page'
import { Parts } from '../design/parts'
import { Loading, Note, Trouble } from '../design/standing'
import './campaign.css'
import { Plan } from './plan/plan'
import { standings, stepsOf, tabsOf } from './states'
import { useCampaign } from './use-campaign'

// Each of these is opened by few; what blinds and seals comes with paper and telephone alone.
const Progress = lazy(() => import('./progress/progress'))
const Paper = lazy(() => import('./paper/paper'))
const Telephone = lazy(() => import('./telephone/telephone'))
const Results = lazy(() => import('./results/results'))

type Tab = ReturnType<typeof tabsOf>[number]['key']

const pageOf = (tab: Tab, campaign: Whole): ReactNode => {
  switch (tab) {
    case 'plan':
      return <Plan campaign={campaign} />
    case 'progress':
      return <Progress campaign={campaign} />
    case 'paper':
      return <Paper campaign={campaign} />
    case 'telephone':
      return <Telephone campaign={campaign} />
    case 'results':
      return <Results campaign={campaign} />
  }
}

function Steps({ campaign: { state, because } }: { campaign: Whole }) {
  if (state === 'annulled')
    return (
      <Note tone="seal">
        <strong>这次评议作废了。</strong> 公布的理由:{because}
      </Note>
    )
  return (
    <ol className="survey-steps" aria-label="进行到哪一步">
      {stepsOf(state).map(({ title, is }, nth) => (
        <li key={title} className={`survey-step survey-step-${is}`} aria-current={is === 'now' ? 'step' : undefined}>
          <b aria-hidden>{is === 'done' ? '✓' : nth + 1}</b>
          {title}
          {is === 'done' && <span className="unseen">,已经过了</span>}
        </li>
      ))}
    </ol>
  )
}

function Opened({ campaign }: { campaign: Whole }) {
  const go = useNavigate()
  const tabs = tabsOf(campaign, useStaff()?.roles ?? [])
  const tab = useLocation().pathname.split('/')[3] ?? 'plan'
  return (
    <>
      <div className="survey-way">
        <Steps campaign={campaign} />
        {tabs.length > 1 && (
          <Parts
            label="这次评议的哪一部分"
            of={tabs.map(({ key, title }) => ({ key, title }))}
            chosen={tab}
            onChoose={(key) => void go(`/survey/${campaign.id}/${key}`)}
          />
        )}
      </div>
      <Suspense fallback={<Loading rows={10} />}>
        <Routes>
          {tabs.map(({ key }) => (
            <Route key={key} path={`${key}/*`} element={pageOf(key, campaign)} />
          ))}
          <Route path="*" element={<Navigate to={`/survey/${campaign.id}/plan`} replace />} />
        </Routes>
      </Suspense>
    </>
  )
}

/** One campaign: how far it is, and what can be done with it now. */
export default function Campaign({ id }: { id: CampaignId }) {
  const reading = useCampaign(id)
  const { data } = reading
  const [words, tone] = data ? standings[data.state] : ['', 'grey' as const]
  return (
    <Page
      title={data?.plan.title ?? '群众评机关'}
      note={data && <Chip tone={tone}>{words}</Chip>}
      acts={
        <>
          <Link className="survey-back" to="/survey">
            全部评议
          </Link>
          <Button onClick={reading.again}>刷新</Button>
        </>
      }
    >
      <Trouble of={reading} />
      {reading.loading && (
        <Panel>
          <Loading rows={10} />
        </Panel>
      )}
      {data && <Opened campaign={data} />}
    </Page>
  )
}
