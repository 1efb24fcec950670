import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'

import { CampaignId } from '../../contract/survey'
import { Loading } from '../design/standing'
import { Campaigns } from './campaigns'

// What is done with one campaign comes when one is opened.
const Campaign = lazy(() => import('./campaign'))

function Opened() {
  const id = CampaignId.safeParse(useParams().id)
  return id.success ? <Campaign key={id.data} id={id.data} /> : <Navigate to="/survey" replace />
}

/** The survey 万名群众评机关: its campaigns, and one of them. */
export default function Survey() {
  return (
    <Suspense
      fallback={
        <div className="page">
          <Loading />
        </div>
      }
    >
      <Routes>
        <Route index element={<Campaigns />} />
        <Route path=":id/*" element={<Opened />} />
      </Routes>
    </Suspense>
  )
}
