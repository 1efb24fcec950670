import { Occasion, occasions } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { day, later } from '../../contract/time'
import { UnitId } from '../../contract/pairing'
import { Notice } from './notice'
import type { Addressee } from './owed'
import { goingUp, isActedOn, unreadFrom } from './unread'

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const unitId = UnitId.parse('a'.repeat(32))
const desk: Addressee = { to: 'desk', unitId }
const owed = (occasion: Occasion, to: Addressee = desk) => ({ to, occasion, at: start })

test('what a handler has to act on goes up after a day; a villager is never complained of', () => {
  expect(unreadFrom(owed('letterArrived'))).toBe(later(start, day))
  expect(unreadFrom(owed('transferOffered'))).toBe(later(start, day))
  expect(unreadFrom(owed('reopened', { to: 'inspection', unitId }))).toBe(later(start, day))
  for (const occasion of Object.keys(occasions).map((name) => Occasion.parse(name))) {
    expect(unreadFrom(owed(occasion, { to: 'sender' }))).toBeUndefined()
    expect(unreadFrom(owed(occasion, { to: 'head', unitId }))).toBeUndefined()
  }
  expect(unreadFrom(owed('confirmed'))).toBeUndefined()
  expect(unreadFrom(owed('unread'))).toBeUndefined()
})

const entry = (side: string, at = later(start, 1)) => ({ at, by: { side } })
const ticket = (timeline: unknown[], state = 'assigned') => ({ state, timeline })

test.each([
  ['nobody did anything', ticket([]), false],
  ['only the villager and the clock did', ticket([entry('sender'), entry('clock')]), false],
  ['somebody had acted before', ticket([entry('staff', start)]), false],
  ['somebody has acted since', ticket([entry('sender'), entry('staff')]), true],
  ['the villager took it back', ticket([entry('sender')], 'withdrawn'), true],
  ['it was closed as confirmed and a rectification is owed', ticket([], 'confirmed'), false],
  ['it is no ticket', { state: 'waiting' }, true],
])('whether it has been acted on: %s', (_, source, is) => {
  expect(isActedOn({ at: start }, source)).toBe(is)
})

test('however many did not read a step, one notice goes up', () => {
  const of = (n: number) =>
    Notice.parse({
      ...{ id: String(n).repeat(32), version: 1, addressee: `cadre-${String(n).repeat(32)}`, role: 'desk', sourceId: '9'.repeat(32) },
      ...{ source: { pk: 'p', sk: 's' }, step: 'a step', occasion: 'letterArrived', at: start, state: 'sent', urgency: 'd7' },
    })
  const to = { to: 'head', unitId } as const
  expect(goingUp(of(1), to, later(start, day))).toEqual(goingUp(of(2), to, later(start, day)))
  expect(goingUp(of(1), to, later(start, day))).toMatchObject({ to, occasion: 'unread', urgency: 'd7' })
})
