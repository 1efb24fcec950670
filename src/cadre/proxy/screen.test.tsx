import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'

import { Circle, Taken, WriteVisit } from '../../../contract/intake'
import { Instant } from '../../../contract/route'
import { keepSlip, openWritten } from '../../api/written'
import { aMe, aSession, id } from '../../../tests/stand-ins/makers'
import { reopened, serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import ProxyScreen from './screen'

const CARD = '000000000000098'
const household = { id: id(2), serial: '0217', headName: '何桂辉', villageId: id(4), village: '桃冲村', group: '14组' }
const circle = Circle.parse({
  ...{ household, villageId: id(4), village: '桃冲村', looksAfter: false },
  cadre: { name: '陈建华', unitName: '北流市农业局', conflict: false },
  units: [
    { id: id(6), name: '民乐镇政府', does: '不知道找谁就找它', conflict: true },
    { id: id(7), name: '北流市水利局', does: '水渠、水库', conflict: false },
  ],
  instead: { name: '督查组 投诉电话', phone: '0775-6220121' },
})
const taken = Taken.parse({ id: id(5), number: 'T20261118-0043', pickUpCode: '058699', told: 'none' })
const serving = { 'POST /v1/intake/circles': circle, 'POST /v1/intake/visits': taken }
const visits = () => phone.requests.filter(({ url }) => url.endsWith('/v1/intake/visits'))

beforeEach(() => signedIn(aSession({}, aMe({ staff: { name: '黄金勇', unitName: '桃冲村委会', roles: ['helper'] } }))))

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByText(name))

/** As far as the question whom it is about. */
async function showsCard() {
  show(<ProxyScreen />)
  type('卡上的号码', CARD)
  tap('就是这家')
  await screen.findByText('是谁说的?')
  tap('下一步')
}

async function writes(text: string) {
  await showsCard()
  tap('下一步')
  type('村民说的话', text)
  tap('写好了,读给村民听')
}

it('names the household of the card, and takes its head for who speaks until it is changed', async () => {
  serve(serving)
  show(<ProxyScreen />)
  type('卡上的号码', CARD)
  tap('就是这家')
  await screen.findByText('何桂辉家,桃冲村 14组')
  expect(screen.getByLabelText<HTMLInputElement>('村民的名字').value).toBe('何桂辉')
})

it('says before a word is written that a complaint is about the helper’s own, and whom to call', async () => {
  serve(serving)
  await showsCard()
  fireEvent.click(screen.getByRole('tab', { name: '投诉' }))
  fireEvent.click(screen.getByRole('radio', { name: /民乐镇政府/ }))
  screen.getByText(/不能由您来写/)
  tap('下一步')
  expect(screen.queryByLabelText('村民说的话')).toBeNull()
  fireEvent.click(screen.getByText('督查组 投诉电话'))
  await waitFor(() => expect(phone.calls).toEqual(['0775-6220121']))
  fireEvent.click(screen.getByRole('tab', { name: '建议' }))
  expect(screen.queryByText(/不能由您来写/)).toBeNull()
})

it('sends one ticket once both have ticked, and shows number and code for the villager', async () => {
  serve(serving)
  await writes('屋后的水渠堵了')
  screen.getByText('屋后的水渠堵了')
  tap('替他交上去')
  tap('读给本人听过了')
  tap('替他交上去')
  expect(visits()).toEqual([])
  tap('本人同意交')
  const button = screen.getByText('替他交上去')
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByText('058699')
  screen.getByText('T20261118-0043')
  expect(visits()).toHaveLength(1)
  expect(visits()[0]?.data).toMatchObject({ villagerName: '何桂辉', home: { by: 'card', cardCode: CARD }, readBack: true, agreed: true })
})

it('has to be heard again after it was changed', async () => {
  serve(serving)
  await writes('屋后的水渠堵了')
  tap('读给本人听过了')
  tap('本人同意交')
  tap('上一步')
  type('村民说的话', '屋后的水渠堵了半年')
  tap('写好了,读给村民听')
  expect(screen.getAllByRole('switch').map((one) => one.getAttribute('aria-checked'))).toEqual(['false', 'false'])
})

it('is there again after a kill, and gives the words back where it is refused', async () => {
  serve({ 'POST /v1/intake/circles': circle })
  await writes('屋后的水渠堵了')
  cleanup()
  reopened()
  show(<ProxyScreen />)
  expect(screen.getByLabelText<HTMLTextAreaElement>('村民说的话').value).toBe('屋后的水渠堵了')
  tap('写好了,读给村民听')
  tap('读给本人听过了')
  tap('本人同意交')
  tap('替他交上去')
  await screen.findByText('没交成')
  tap('回去改一改')
  tap('下一步')
  expect(screen.getByLabelText<HTMLTextAreaElement>('村民说的话').value).toBe('屋后的水渠堵了')
})

it('waits in the phone while there is no signal', async () => {
  serve(serving)
  await writes('屋后的水渠堵了')
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  tap('读给本人听过了')
  tap('本人同意交')
  tap('替他交上去')
  await screen.findByText('已经存在手机里')
  expect(visits()).toEqual([])
  jest.restoreAllMocks()
})

it('reminds of a number that came while the villager was not beside, until it was told', async () => {
  const body = WriteVisit.parse({
    ...{ villagerName: '何桂辉', home: { by: 'card', cardCode: CARD }, readBack: true, agreed: true },
    ticket: { id: id(5), kind: 'help', about: { who: 'unknown' }, text: '屋后的水渠堵了' },
  })
  act(() => keepSlip({ task: 'visit', body, aboutName: '', homeName: '', at: Instant.parse('2026-11-18T01:00:00.000Z') }, taken))
  show(<ProxyScreen />)
  tap('何桂辉的编号要告诉他')
  screen.getByText('058699')
  tap('村民记下了')
  cleanup()
  act(() => openWritten(id(1)))
  show(<ProxyScreen />)
  expect(screen.queryByText(/编号要告诉他/)).toBeNull()
})
