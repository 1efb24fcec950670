import { QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense } from 'react'
import { HashRouter } from 'react-router'

import { queries } from './api/read'
import { useSession } from './api/session'
import { theme } from './design/tokens'
import { SignIn } from './sign-in/sign-in'

// Whoever is not signed in yet loads no more than the sign-in.
const Frame = lazy(() => import('./frame/frame'))

const Inside = () => (useSession((state) => state.session !== undefined) ? <Frame /> : <SignIn />)

/** The office web: signed in, its pages; otherwise the way in. */
export const App = () => (
  <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
    <Messages component={false} message={{ duration: 4, maxCount: 2 }}>
      <QueryClientProvider client={queries}>
        <HashRouter>
          <Suspense fallback={null}>
            <Inside />
          </Suspense>
        </HashRouter>
      </QueryClientProvider>
    </Messages>
  </ConfigProvider>
)
