import { later } from '../../contract/time'
import { aHead, aMove, aNumber, aTicketId, farming, hex, inspection, now, pairedCadre, roads } from '../../tests/fixtures/tickets'
import { called } from '../../tests/model/told'
import { plainCalendar } from '../calendar/calendar'
import type { Head } from './head'
import { mayMerge, take, takeIn } from './ticket'

const aMain = (more: Partial<Head> = {}) => aHead({ id: aTicketId(0x55), number: aNumber(55), ...more })
const aDuplicate = (more: Partial<Head> = {}) => aHead({ id: aTicketId(0x66), number: aNumber(66), ...more })
const [conflict, other] = [{ problem: 'unitInConflict' }, { problem: 'notSameMatter' }]

test.each([
  ['two requests for help', {}, {}, true],
  ['a ticket and itself', { id: aTicketId(0x66) }, {}, other],
  ['another kind', { kind: 'suggestion' }, {}, other],
  ['one that is done', { state: 'confirmed' }, {}, other],
  ["another inspection's", { inspectionId: roads.id }, {}, other],
  ['one whose desk the duplicate is about', { deskId: roads.id }, { barred: [roads.id] }, conflict],
  ['one whose cadre the duplicate is about', { cadreId: pairedCadre }, { barred: [pairedCadre] }, conflict],
  ['one that is offered to whom the duplicate is about', { offer: { ...farming, from: '', text: '' } }, { barred: [farming.id] }, conflict],
  ["one about inspection's own", { barred: [inspection.id] }, {}, conflict],
  // Its desk would read of a complaint about itself, if only the number.
  ['one that is about the desk of the duplicate', { barred: [roads.id] }, { deskId: roads.id }, conflict],
] as const)('merging into %s', (_, main, duplicate, answer) => {
  expect(
    mayMerge(
      aDuplicate({ ...duplicate, barred: [...('barred' in duplicate ? duplicate.barred : [])] }),
      aMain({ ...main, barred: [...('barred' in main ? main.barred : [])] }),
    ),
  ).toEqual(answer)
})

describe('the ticket that goes on', () => {
  const move = aMove('merge', { into: aMain() })
  const main = takeIn(aMain({ barred: [hex(1)] }), aDuplicate({ barred: [hex(2)] }), move, now)

  test('is hidden from all from whom either was', () => expect(main.barred).toEqual([hex(1), hex(2)]))

  test('names its duplicate, once however often it is sent', () => {
    expect(main.timeline.at(-1)).toMatchObject({ step: 'mergedHere', to: aNumber(66) })
    expect(takeIn(main, aDuplicate(), move, later(now, 1))).toBe(main)
  })

  test.each(['answer', 'resolve', 'decline'] as const)('tells both senders of its %s', (action) => {
    const answered = take(main, aMove(action), now, plainCalendar) as Head
    expect(answered.outbox.map(({ to }) => called(to))).toEqual(['sender', `sender of ${aTicketId(0x66)}`])
  })

  test('tells the others if its own sender withdraws it, so that they can have theirs reopened', () => {
    const withdrawn = take(main, aMove('withdraw'), now, plainCalendar) as Head
    expect(withdrawn.outbox.map(({ to }) => called(to))).toContain(`sender of ${aTicketId(0x66)}`)
  })

  test('takes on those that were merged into its duplicate', () => {
    const merged = [{ id: aTicketId(0x77), number: aNumber(77), at: now }]
    const both = takeIn(aMain(), aDuplicate({ merged }), move, now)
    expect(both.merged.map(({ number }) => number)).toEqual([aNumber(66), aNumber(77)])
  })
})

test('the duplicate is closed, names where it goes on, and can be asked for again', () => {
  const closed = take(aDuplicate(), aMove('merge', { into: aMain() }), now, plainCalendar) as Head
  expect(closed).toMatchObject({ state: 'merged', mergedInto: { number: aNumber(55) }, wakeAt: undefined })
  expect(closed.timeline.at(-1)).toMatchObject({ step: 'merged', to: aNumber(55) })
  expect(closed.outbox.map(({ to }) => called(to))).toEqual(['sender'])
  expect(take(closed, aMove('reopen'), now, plainCalendar)).toMatchObject({ state: 'reopened', mergedInto: undefined, round: { n: 1 } })
})
