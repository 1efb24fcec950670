import { PickUpCode } from '../../contract/intake'
import { CadreId } from '../../contract/pairing'
import { OwnTicket, TicketId } from '../../contract/ticket'
import { randomId, tagger } from '../platform/tag'
import { handledIt, inquiry } from './inquiry'
import { pickUpCode } from './pick-up'

const at = '2026-11-18T01:00:00.000Z'
const own = OwnTicket.parse({
  ...{ id: randomId(), number: 'T20261118-0043', kind: 'complaint', category: 'slow', urgency: 'd7', state: 'resolved' },
  ...{ confidential: true, aboutName: '北流市水利局', submittedAt: at, dueAt: at, deadline: at, raised: 0, channel: 'phone' },
  ...{ text: '何桂辉家的水渠', media: [], can: ['supplement', 'confirm', 'reopen'], handler: { name: '督查组', phone: '12345' } },
  timeline: [
    { at, step: 'submitted', by: '您', to: '民乐镇政府 李四 接电话记下' },
    { at, step: 'supplemented', by: '您', text: '何桂辉又说了一句' },
    { at, step: 'resolved', by: '督查组', text: '清好了' },
  ],
})

test('an inquiry tells steps and answers, and neither the sender’s words nor whom they are about', () => {
  const told = inquiry(own, true)
  expect(told).toMatchObject({ number: own.number, state: 'resolved', can: ['confirm', 'reopen'] })
  expect(told.steps.map(({ step, text }) => [step, text])).toEqual([
    ['submitted', undefined],
    ['supplemented', undefined],
    ['resolved', '清好了'],
  ])
  expect(JSON.stringify(told)).not.toMatch(/何桂辉|水利局|李四/)
  expect(inquiry(own, false).can).toEqual([])
})

test('whoever did a step of it, or follows it, has handled it', () => {
  const [a, b, c] = [1, 2, 3].map(() => CadreId.parse(randomId())) as [CadreId, CadreId, CadreId]
  const ticket = { cadreId: a, timeline: [{ by: { side: 'sender' } }, { by: { side: 'staff', cadreId: b } }] }
  expect([a, b, c].map((person) => handledIt(ticket, person))).toEqual([true, true, false])
})

test('a pick-up code is six digits, the same at every look, and follows from the product’s key', () => {
  const [ours, other] = ['a key of these tests, over 32 signs', 'another key of these tests, over 32'].map((key) => pickUpCode(tagger(key)))
  const ids = Array.from({ length: 200 }, () => TicketId.parse(randomId()))
  const codes = ids.map(ours!)
  for (const code of codes) expect(PickUpCode.safeParse(code).success).toBe(true)
  expect(ids.map(ours!)).toEqual(codes)
  expect(ids.filter((id, at) => other!(id) === codes[at]).length).toBeLessThan(5)
  expect(new Set(codes).size).toBeGreaterThan(190)
})
