import { fireEvent, screen } from '@testing-library/react'

import { aLetter, aMe, aSession, id } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import LetterScreen from './screen'

const path = `/v1/letters/${id(5)}`
const staff = { name: '李督', unitName: '督查组', roles: ['inspection'] }

beforeEach(() => {
  signedIn(aSession({}, aMe({ villager: undefined, staff })))
  phone.params = { id: id(5) }
})

it('shows who wrote and calls them', async () => {
  serve({ [`GET ${path}`]: aLetter() })
  show(<LetterScreen />)
  fireEvent.click(await screen.findByRole('button', { name: /^陈小妹.*打电话$/ }))
  expect(phone.calls).toEqual(['19907750123'])
})

it('says of a confidential complaint that nobody is to know who wrote it', async () => {
  serve({ [`GET ${path}`]: aLetter({ kind: 'complaint', confidential: true, sender: undefined, title: undefined }) })
  show(<LetterScreen />)
  await screen.findByText('保密投诉:看不到是谁写的')
  expect(screen.queryByText(/陈小妹/)).toBeNull()
})

it('offers just what the server allows', async () => {
  serve({ [`GET ${path}`]: aLetter({ can: ['answer'] }) })
  show(<LetterScreen />)
  await screen.findByText('答复')
  for (const name of ['我来办', '交给单位办']) expect(screen.queryByText(name)).toBeNull()
  expect(screen.queryByRole('button', { name: '办结答复' })).toBeNull()
})

it('sends an answer once and shows the letter as it then is', async () => {
  const answered = aLetter({
    timeline: [...aLetter().timeline, { at: '2026-11-19T01:00:00.000Z', step: 'answered', by: '督查组', text: '明天来修' }],
  })
  serve({ [`GET ${path}`]: aLetter(), [`POST ${path}/answer`]: answered })
  show(<LetterScreen />)
  fireEvent.click(await screen.findByText('答复'))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '明天来修' } })
  fireEvent.click(screen.getByText('发出答复'))
  await screen.findByText('答复')
  const posted = phone.requests.filter(({ method }) => method === 'POST')
  expect(posted).toMatchObject([{ data: { text: '明天来修', step: expect.stringMatching(/^[0-9a-f]{32}$/) } }])
})

it('gives inspection the units to choose from, and sends the one that was chosen', async () => {
  const unit = { id: id(3), name: '北流市水利局', does: '管水渠' }
  serve({
    [`GET ${path}`]: aLetter({ can: ['assign'] }),
    [`GET ${path}/desks`]: { items: [unit] },
    [`POST ${path}/assign`]: aLetter({ can: [] }),
  })
  show(<LetterScreen />)
  fireEvent.click(await screen.findByText('交给单位办'))
  fireEvent.click(await screen.findByText('北流市水利局'))
  await screen.findByText(/等有网时自动发出|正在发|已收到/)
  expect(phone.requests.filter(({ method }) => method === 'POST')).toMatchObject([{ data: { unitId: id(3) } }])
})
