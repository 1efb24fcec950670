import { lazy, type ReactNode, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'

import { useStaff } from '../api/session'
import { Empty, Loading } from '../design/standing'
import { Bar } from './bar'
import './frame.css'
import { sectionsFor } from './sections'
import { Side } from './side'
import { useAway } from './use-away'

const pages: Readonly<Record<string, ReactNode>> = {
  '/letters': page(() => import('../letters/letters')),
  '/hotline': page(() => import('../hotline/hotline')),
  '/inquiry': page(() => import('../inquiry/inquiry')),
  '/boxes': page(() => import('../boxes/boxes')),
  '/survey': page(() => import('../survey/survey')),
  '/rectifications': page(() => import('../survey/rectifications/rectifications')),
  '/held': page(() => import('../held/held')),
  '/audit': page(() => import('../audit/audit')),
  '/calendar': page(() => import('../calendar/calendar')),
}

function page(load: () => Promise<{ default: () => ReactNode }>): ReactNode {
  const Loaded = lazy(load)
  return <Loaded />
}

/** What stands around every page: sections at the left, the person above. A page comes when it is first opened. */
export default function Frame() {
  const staff = useStaff()
  const away = useAway()
  const sections = sectionsFor(staff?.roles ?? [])
  return (
    <div className="frame">
      <a className="skip" href="#content" onClick={(event) => (event.preventDefault(), document.getElementById('content')?.focus())}>
        跳到内容
      </a>
      <Side sections={sections} />
      <div className="main">
        <Bar sections={sections} />
        {away && (
          <div className="away" role="status">
            没有网络。写的内容会留着,连上网再交。
          </div>
        )}
        <main id="content" tabIndex={-1}>
          <Suspense
            fallback={
              <div className="page">
                <Loading />
              </div>
            }
          >
            <Routes>
              {sections.map(({ path }) => (
                <Route key={path} path={`${path}/*`} element={pages[path]} />
              ))}
              <Route path="*" element={sections[0] ? <Navigate to={sections[0].path} replace /> : <Nothing />} />
            </Routes>
          </Suspense>
        </main>
      </div>
    </div>
  )
}

const Nothing = () => (
  <div className="page">
    <Empty title="您还没有要在电脑上办的事">名册里没有登记您的职责。请找单位办公室。</Empty>
  </div>
)
