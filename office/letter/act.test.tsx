import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'

import { TicketId } from '../../contract/ticket'
import { queries } from '../api/read'
import { ActForm } from './act'
import { freshAct, missing } from './act-form'
import { acts, actsOf } from './acts'

const id = TicketId.parse('5'.repeat(32))
type Sent = { url: string; body: { step: string; text: string } }
let sent: Sent[] = []
let answer: () => Promise<unknown>

/** What jsdom lacks of a browser. */
class NoSizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  sent = []
  window.ResizeObserver = NoSizes
  sessionStorage.clear()
  window.matchMedia = (query) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList
  window.fetch = async (url, init) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) })
    return { status: 200, json: answer } as Response
  }
})

function show(onClose = () => undefined) {
  const { answer: act } = acts
  if (!act) throw new Error('there is no form to answer with')
  return render(
    <QueryClientProvider client={queries}>
      <ActForm action="answer" act={act} id={id} onClose={onClose} onGone={onClose} />
    </QueryClientProvider>,
  )
}
const write = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } })
const send = () => fireEvent.click(screen.getByRole('button', { name: '发出答复' }))

it('sends nothing before the words are there, and says which', async () => {
  show()
  send()
  await screen.findByText('请填“答复”。')
  expect(sent).toEqual([])
})

it('sends the same step again where no answer came, even after a reload', async () => {
  answer = () => Promise.reject(new Error('no signal'))
  const first = show()
  write('明天来')
  send()
  await screen.findByText(/没有连上服务器/)
  first.unmount()
  show()
  expect(screen.getByRole('textbox')).toHaveProperty('value', '明天来')
  send()
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[0]).toEqual(sent[1])
})

it('says why it was refused, and keeps the words', async () => {
  answer = () => Promise.resolve({ problem: 'notInThisState', says: '这件事已经到了下一步,请刷新看看。' })
  show()
  write('明天来')
  send()
  await screen.findByText('这件事已经到了下一步,请刷新看看。')
  expect(screen.getByRole('textbox')).toHaveProperty('value', '明天来')
})

it('asks of every action what it needs', () => {
  for (const act of Object.values(acts)) {
    const needs = Boolean(act.unit || act.reason || act.days || act.number || act.text)
    expect([act.name, missing(act, freshAct()) !== undefined]).toEqual([act.name, needs])
  }
  expect(actsOf(['decline', 'answer', 'confirm'])).toEqual(['answer', 'decline'])
})
