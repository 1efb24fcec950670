import fc from 'fast-check'

import { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import type { About } from '../../contract/ticket'
import { inConflict, type Sent, type Taker, type Way } from './intake'

const hex = (n: number) => n.toString(16).padStart(32, '0')
const unitId = (n: number) => UnitId.parse(hex(n))
const cadreId = (n: number) => CadreId.parse(hex(n))
const householdId = (n: number) => HouseholdId.parse(hex(n))

const office = unitId(1)
const station = unitId(2)
const bureau = unitId(3)
const home = householdId(7)

/** Somebody of the township's station; the township stands above it. */
const aTaker = (more: Partial<Taker> = {}): Taker => ({ cadreId: cadreId(11), unitIds: [station, office], householdIds: [], ...more })
/** The words of a household whose cadre is of the bureau. */
const aSender = (more: Partial<Sent> = {}): Sent => ({ householdId: home, cadre: { id: cadreId(12), unit: { id: bureau } }, ...more })
const aboutUnit = (unit: UnitId): About => ({ who: 'unit', unitId: unit })
const myCadre: About = { who: 'myCadre' }
const ways: Way[] = ['phone', 'box', 'visit', 'helper']

const complaint = (about: About, taker = aTaker(), sent = aSender(), way: Way = 'phone') =>
  inConflict({ kind: 'complaint', about }, sent, taker, way)

describe.each(ways)('a complaint that comes by %s', (way) => {
  test('about the taker themself is not theirs to take', () => {
    expect(complaint(myCadre, aTaker({ cadreId: cadreId(12) }), aSender(), way)).toBe(true)
  })
  test('about the taker’s unit is not theirs to take', () => {
    expect(complaint(aboutUnit(station), aTaker(), aSender(), way)).toBe(true)
  })
  test('about the unit above theirs is not theirs to take', () => {
    expect(complaint(aboutUnit(office), aTaker(), aSender(), way)).toBe(true)
  })
  test('about a cadre of the taker’s unit is not theirs to take', () => {
    expect(complaint(myCadre, aTaker(), aSender({ cadre: { id: cadreId(13), unit: { id: station } } }), way)).toBe(true)
  })
  test('about another unit is', () => {
    expect(complaint(aboutUnit(bureau), aTaker(), aSender(), way)).toBe(false)
    expect(complaint({ who: 'unknown' }, aTaker(), aSender(), way)).toBe(false)
  })
})

test('no complaint of a household comes to whoever looks after it by telephone or box; beside them the villager chose to sit', () => {
  const cares = aTaker({ householdIds: [home] })
  const asked = (way: Way) => complaint({ who: 'unknown' }, cares, aSender(), way)
  expect(ways.map(asked)).toEqual([true, true, false, false])
  expect(complaint({ who: 'unknown' }, cares, aSender({ householdId: undefined }))).toBe(false)
})

test('a suggestion or a request for help is anybody’s to take', () => {
  const about = fc.constantFrom<About>(myCadre, aboutUnit(station), aboutUnit(office), { who: 'unknown' })
  fc.assert(
    fc.property(fc.constantFrom('suggestion' as const, 'help' as const), about, fc.constantFrom(...ways), (kind, target, way) => {
      const taker = aTaker({ cadreId: cadreId(12), householdIds: [home] })
      expect(inConflict({ kind, about: target }, aSender(), taker, way)).toBe(false)
    }),
  )
})
