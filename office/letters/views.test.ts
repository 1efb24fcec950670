import fc from 'fast-check'

import { isOpen, State, TicketLine } from '../../contract/ticket'
import { remaining } from './standing'
import { boxesFor, isClosedPart, partsOf } from './views'

const now = Date.parse('2026-11-18T02:12:00.000Z')
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
const aLine = (more: object = {}) =>
  TicketLine.parse({
    ...{ id: 'a'.repeat(32), number: 'T20261118-0043', kind: 'help', category: 'works', urgency: 'd7', state: 'inProgress' },
    ...{ confidential: false, submittedAt: at(-10), dueAt: at(50), deadline: at(50), raised: 0 },
    ...more,
  })

it('has every open ticket stand either among those to be taken on or among those in hand, never in both', () => {
  const lines = fc.record({
    state: fc.constantFrom(...State.options),
    deskName: fc.option(fc.constant('水利局'), { nil: undefined }),
    deadline: fc.integer({ min: -100, max: 100 }).map(at),
  })
  fc.assert(
    fc.property(fc.constantFrom('inspection', 'desk', 'cadre', 'leader', 'raised', 'offered'), lines, (box, more) => {
      const line = aLine(more)
      const divided = partsOf(box as 'desk').some(({ key }) => key === 'new') ? ['new', 'doing'] : ['open']
      const where = partsOf(box as 'desk').filter((part) => part.takes(line, now) && divided.includes(part.key))
      const closed = partsOf(box as 'desk').filter((part) => isClosedPart(part) && part.takes(line, now))
      expect([where.length, closed.length]).toEqual(isOpen(line.state) ? [1, 0] : [0, 1])
    }),
  )
})

it.each([
  [{ deadline: at(-3) }, '超 3 小时', 'seal'],
  [{ deadline: at(6) }, '6 小时', 'grain'],
  [{ deadline: at(50) }, '2 天', undefined],
  [{ deadline: at(-3), state: 'resolved' }, '待评价', undefined],
  [{ state: 'declined' }, '—', undefined],
])('%j reads %s', (more, words, tone) => {
  expect(remaining(aLine(more), now)).toEqual(tone === undefined ? { words } : { words, tone })
})

it('opens a box for whoever has its role alone', () => {
  expect(boxesFor(['cadre']).map(({ box }) => box)).toEqual(['cadre'])
  expect(boxesFor(['inspection', 'cadre']).map(({ box }) => box)).toEqual(['inspection', 'raised', 'cadre'])
  expect(boxesFor(['helper'])).toEqual([])
})
