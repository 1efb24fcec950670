import { Instant } from '../../contract/route'
import { StepId, SubmitTicket, TicketId } from '../../contract/ticket'
import { aMe, anOwnTicket, aSession, id } from '../../tests/stand-ins/makers'
import { newPhone, phone } from '../../tests/stand-ins/taro'
import { draft, NEW_TICKET, openDrafts, write } from './draft'
import type { Errand } from './errand'
import { errandId } from './errand'
import { enqueue, flush, openQueue, useQueue, withdraw } from './queue'
import { useSession } from './session'

const at = Instant.parse('2026-11-18T01:12:00.000Z')
const me = aMe()

function ticket(n: number, text = `第 ${n} 件`): Errand {
  const body = SubmitTicket.parse({ id: id(n), kind: 'help', about: { who: 'unknown' }, text })
  return { task: 'submit', body, aboutName: '我不清楚', at }
}
const supplement = (n: number): Errand => ({
  task: 'supplement',
  step: StepId.parse(id(n)),
  ticketId: TicketId.parse(id(5)),
  text: '还没修',
  media: [],
  at,
})

const sentIds = () => phone.requests.map(({ data }) => (typeof data === 'object' && data && 'id' in data ? data.id : 'step'))
const waiting = () => useQueue.getState().errands.map(errandId)
const accepts = () => ({ statusCode: 200, data: anOwnTicket() })
const noSignal = () => Promise.reject(new Error('request:fail'))
const refuses = () => ({ statusCode: 422, data: { problem: 'unitUnknown', says: '没有这个单位,请重新选。' } })

/** The program opened anew on the same phone. */
function restart() {
  openDrafts(me.accountId)
  openQueue(me.accountId)
}
const signal = (online: boolean) => jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(online)

beforeEach(() => {
  newPhone()
  signal(true)
  useSession.setState({ session: aSession({}, me), openedAt: 0 })
  restart()
})

async function settled() {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

it('sends what waits once and in its order when the signal is back', async () => {
  signal(false)
  for (const errand of [ticket(1), supplement(2), ticket(3)]) enqueue(errand)
  await settled()
  expect(phone.requests).toEqual([])

  signal(true)
  phone.answer = accepts
  await flush()
  await flush()
  expect(sentIds()).toEqual([id(1), 'step', id(3)])
  expect(waiting()).toEqual([])
})

it('keeps the order where the first one does not get through', async () => {
  phone.answer = noSignal
  enqueue(ticket(1))
  enqueue(ticket(2))
  await settled()
  expect(sentIds()).toEqual([id(1)])
  expect(waiting()).toEqual([id(1), id(2)])
})

it('sends a request whose answer was lost again under the same id', async () => {
  phone.answer = noSignal
  enqueue(ticket(1))
  await settled()
  phone.answer = accepts
  await flush()
  expect(sentIds()).toEqual([id(1), id(1)])
  expect(useQueue.getState().sent[id(1)]).toMatchObject({ number: 'T20261118-0043' })
})

it('two runs at once send an errand once', async () => {
  phone.answer = accepts
  enqueue(ticket(1))
  await Promise.all([flush(), flush()])
  await settled()
  expect(sentIds()).toEqual([id(1)])
})

it('still holds everything after the program was killed', async () => {
  signal(false)
  enqueue(ticket(1, '屋后水渠堵了'))
  await settled()
  useQueue.setState({ errands: [] })
  restart()
  expect(waiting()).toEqual([id(1)])
})

it('gives the words back with the reason where they are refused, and goes on with the rest', async () => {
  phone.answer = ({ data }) => (JSON.stringify(data).includes('水渠') ? refuses() : accepts())
  enqueue(ticket(1, '屋后水渠堵了'))
  enqueue(ticket(2))
  await settled()
  await flush()
  expect(draft(NEW_TICKET)).toMatchObject({ text: '屋后水渠堵了', kind: 'help', says: '没有这个单位,请重新选。' })
  expect(waiting()).toEqual([])
})

it('never puts refused words over another draft', async () => {
  write(NEW_TICKET, { text: '另一件' })
  phone.answer = refuses
  enqueue(ticket(1, '屋后水渠堵了'))
  await settled()
  expect(draft(NEW_TICKET).text).toBe('另一件')
  expect(useQueue.getState().errands).toMatchObject([{ says: '没有这个单位,请重新选。', body: { text: '屋后水渠堵了' } }])
  expect(withdraw(ticket(1))).toBe('draftInTheWay')
})

it('waits where the server is busy, and asks again', async () => {
  phone.answer = () => ({ statusCode: 503, data: { problem: 'busy', says: '系统正忙' } })
  enqueue(ticket(1))
  await settled()
  expect(waiting()).toEqual([id(1)])
  phone.answer = accepts
  await flush()
  expect(waiting()).toEqual([])
})

it('can be taken back before it was tried, not after', async () => {
  signal(false)
  enqueue(ticket(1, '屋后水渠堵了'))
  await settled()
  expect(withdraw(ticket(1))).toBe('done')
  expect(draft(NEW_TICKET).text).toBe('屋后水渠堵了')

  signal(true)
  phone.answer = noSignal
  enqueue(ticket(2))
  await settled()
  expect(withdraw(ticket(2))).toBe('maybeSent')
})

it('promises nothing where the phone is full', () => {
  phone.full = true
  expect(enqueue(ticket(1))).toBe(false)
  expect(waiting()).toEqual([])
})

it("does not send one account's errands with another's session", async () => {
  signal(false)
  enqueue(ticket(1))
  await settled()
  signal(true)
  useSession.setState({ session: aSession({}, aMe({ accountId: id(2) })) })
  phone.answer = accepts
  await flush()
  expect(phone.requests).toEqual([])
})
