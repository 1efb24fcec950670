import { NoticeId, type Occasion } from '../../contract/notice'
import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { owe } from './owed'
import { noticeTo, Source } from './source'

const at = Instant.parse('2026-11-18T01:00:00.000Z')
const dates = {
  dueAt: '2026-11-20T01:00:00.000Z',
  extendedTo: '2026-11-25T01:00:00.000Z',
  reopened: '2026-12-01T01:00:00.000Z',
  respondBy: '2026-11-19T01:00:00.000Z',
  rectifyBy: '2026-12-09T15:59:59.000Z',
}
const cadreId = CadreId.parse('1'.repeat(32))

const source = (more: object) =>
  Source.parse({
    ...{ pk: 'p', sk: 's', id: '2'.repeat(32), version: 3, outbox: [], number: 'T20261118-123456', kind: 'complaint', urgency: 'h24' },
    ...{ dueAt: dates.dueAt, ...more },
  })

function deadlineOf(occasion: Occasion, from: Source, to: 'desk' | 'sender') {
  const unitId = UnitId.parse('3'.repeat(32))
  const [owed] = owe('4'.repeat(32), occasion, at, to === 'desk' ? { to, unitId } : { to })
  const person = to === 'desk' ? { cadreId } : { senderTag: '5'.repeat(32) }
  return noticeTo({ person, unitId }, NoticeId.parse('0'.repeat(32)), owed!, from).deadline
}

test.each([
  ['a handler has to answer first', { respondBy: dates.respondBy }, 'letterArrived', 'desk', dates.respondBy],
  ['a villager reads when the whole is due', { respondBy: dates.respondBy }, 'extensionAnswered', 'sender', dates.dueAt],
  ['what was extended is due later', { extendedTo: dates.extendedTo }, 'warning', 'desk', dates.extendedTo],
  [
    'what was reopened has a clock of its own',
    { extendedTo: dates.extendedTo, round: { dueAt: dates.reopened } },
    'warning',
    'desk',
    dates.reopened,
  ],
  ['what is to be made good is due by then', { rectification: { dueAt: dates.rectifyBy } }, 'rectify', 'desk', dates.rectifyBy],
  ['what was not made good in time was due then', { rectification: { dueAt: dates.rectifyBy } }, 'breached', 'desk', dates.rectifyBy],
  ['who has to call back has to by then', { rectification: { dueAt: dates.rectifyBy } }, 'rectified', 'desk', dates.rectifyBy],
  ['a villager has nothing to do about it', { rectification: { dueAt: dates.rectifyBy } }, 'rectified', 'sender', undefined],
  ['what is closed is due no more', {}, 'confirmed', 'desk', undefined],
] as const)('%s', (_, more, occasion, to, deadline) => {
  expect(deadlineOf(occasion, source(more), to)).toBe(deadline)
})
