import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import type { ReactElement } from 'react'

import type { Session } from '../../contract/account'
import { openBallot } from '../../src/api/ballot'
import { queries } from '../../src/api/cache'
import { openDrafts } from '../../src/api/draft'
import { onSent, openQueue } from '../../src/api/queue'
import { refreshed } from '../../src/api/read'
import { useSession } from '../../src/api/session'
import { newPhone, phone } from './taro'
import { aSession } from './makers'

type Answers = Record<string, unknown>

onSent(refreshed)

/** Answers each `GET /v1/home` from a table; what it lacks is not found. A function is asked anew each time. */
export function serve(answers: Answers) {
  phone.answer = ({ method, url, data }) => {
    const answer = answers[`${method} ${url.split('?')[0]}`]
    const found: unknown = typeof answer === 'function' ? answer(data) : answer
    return found ? { statusCode: 200, data: found } : { statusCode: 404, data: { problem: 'notFound', says: '没有找到' } }
  }
}

/** Signs a person in on a new phone. */
export function signedIn(session: Session = aSession()) {
  newPhone()
  queries.clear()
  window.sessionStorage.setItem('person', 'somebody')
  window.fetch = () => Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ code: 'wx-code' }) } as Response)
  act(() => useSession.setState({ session, openedAt: 0, says: undefined }))
  reopened()
}

/** What memory held is gone, as after a kill; the phone's storage stays. */
export function reopened() {
  const account = useSession.getState().session?.me.accountId ?? ''
  act(() => {
    openDrafts(account)
    openQueue(account)
    openBallot(account)
  })
}

/** Shows a screen as the program would. */
export const show = (screen: ReactElement) => render(<QueryClientProvider client={queries}>{screen}</QueryClientProvider>)
