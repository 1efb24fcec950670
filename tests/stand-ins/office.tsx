import { webcrypto } from 'node:crypto'

import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { App as Messages, ConfigProvider } from 'antd'
import type { ReactElement } from 'react'
import { MemoryRouter } from 'react-router'

import type { StaffRole } from '../../contract/account'
import { queries } from '../../office/api/read'
import { loseSecond, secondToken } from '../../office/api/second'
import { useSession } from '../../office/api/session'
import { theme } from '../../office/design/tokens'
import { aSession } from './makers'

type Sent = { method: string; path: string; body: unknown; authorization: string | null }
type Answer = (sent: Sent) => unknown
type Answers = Record<string, Answer | object>

/** What jsdom lacks of a browser. */
class NoSizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}

class Channel {
  port1: { onmessage?: () => void } = {}
  port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.()) }
}

/**
 * A desktop at which somebody with these roles is signed in, and a server that answers from a table, where `{id}` stands for any id;
 * `sent` is what it was asked.
 */
export function desktop(roles: readonly StaffRole[], answers: Answers, unitName = '北流市督办室') {
  const sent: Sent[] = []
  window.ResizeObserver = NoSizes
  Object.assign(window, { MessageChannel: Channel })
  // Sealing and signing in hash and draw as a browser does.
  if (!window.crypto.subtle) Object.assign(window.crypto, { subtle: webcrypto.subtle })
  // jsdom matches every element with every rule of antd's style sheets, which takes most of a test's time and shows nothing here.
  window.getComputedStyle = (element) => (element instanceof HTMLElement ? element.style : document.createElement('i').style)
  window.matchMedia = (query) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList
  window.fetch = async (url, init) => {
    const asked = {
      ...{ method: init?.method ?? 'GET', path: String(url).split('?')[0] ?? '' },
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      authorization: new Headers(init?.headers).get('authorization'),
    }
    sent.push(asked)
    const call = `${asked.method} ${asked.path}`
    const answer = answers[call] ?? answers[call.replace(/[0-9a-f]{32}/g, '{id}')]
    const body: unknown = typeof answer === 'function' ? await answer(asked) : answer
    return { status: body ? 200 : 404, json: async () => body ?? { problem: 'notFound', says: '没有找到' } } as Response
  }
  act(() => loseSecond(secondToken()))
  sessionStorage.clear()
  queries.clear()
  const { me } = aSession()
  act(() =>
    useSession.setState({ session: aSession({}, { ...me, staff: { name: '陆文', unitName, roles: [...roles] } }), says: undefined }),
  )
  return { sent, of: (call: string) => sent.filter(({ method, path }) => `${method} ${path}` === call) }
}

/** Shows a page as the program would; unmounting it and showing it again is a reload. */
export const showPage = (page: ReactElement, at = '/') =>
  render(
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>
      <Messages>
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>,
  )
