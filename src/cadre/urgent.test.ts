import { aLetter, id } from '../../tests/stand-ins/makers'
import { byUrgency, isLate, isUnder, tabs } from './urgent'

const now = Date.parse('2026-11-20T01:00:00.000Z')
const one = (n: number, more: object) => aLetter({ id: id(n), ...more })

it('puts what is due first on top, whether an answer or its end, and what waits for the villager last', () => {
  const waits = one(1, { state: 'waiting', deadline: '2026-11-20T02:00:00.000Z' })
  const answer = one(2, { respondBy: '2026-11-20T03:00:00.000Z', deadline: '2026-12-01T00:00:00.000Z' })
  const end = one(3, { deadline: '2026-11-21T00:00:00.000Z' })
  expect(byUrgency([waits, end, answer, end]).map((letter) => letter.id)).toEqual([id(2), id(3), id(1)])
})

it('calls a letter late once its answer or its end is', () => {
  expect(isLate(one(1, { respondBy: '2026-11-19T23:00:00.000Z' }), now)).toBe(true)
  expect(isLate(one(1, { deadline: '2026-11-19T23:00:00.000Z' }), now)).toBe(true)
  expect(isLate(one(1, {}), now)).toBe(false)
})

it('sorts inspection’s letters by what inspection has to do about them', () => {
  const under = (more: object) => tabs.filter((tab) => isUnder(tab, one(1, more), now))
  expect(under({ kind: 'complaint', state: 'submitted' })).toEqual(['unassigned', 'all'])
  expect(under({ deskName: '水利局', decide: 'extension' })).toEqual(['running', 'decide', 'all'])
  expect(under({ deskName: '水利局', deadline: '2026-11-19T23:00:00.000Z' })).toEqual(['running', 'late', 'all'])
  expect(under({ flagged: true })).toEqual(['unassigned', 'decide', 'all'])
})
