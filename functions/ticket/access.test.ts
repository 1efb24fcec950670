import {
  aboutUnit,
  aCadreId,
  aComplaint,
  aHead,
  aMove,
  aPerson,
  aRequest,
  city,
  farming,
  householdTag,
  inspection,
  leader,
  now,
  office,
  pairedCadre,
  roads,
  sent,
  township,
  water,
} from '../../tests/fixtures/tickets'
import { later } from '../../contract/time'
import { plainCalendar } from '../calendar/calendar'
import { capacity, isBarred } from './access'
import { tick } from './clock'
import { ladder } from './ladder'
import { take } from './ticket'

const stranger = aCadreId(0xc9)
const complaints = [aComplaint(), aComplaint(aboutUnit(water)), aComplaint({ about: { who: 'unknown' } })]

describe('a complaint stays hidden from those it is about', () => {
  test.each(complaints)('$about', (input) => {
    const head = sent(input)
    const accused = input.about.who === 'unit' ? aPerson(stranger, water.id) : aPerson(pairedCadre, farming.id)
    // Whatever roles they hold, whichever desk it came to, however far it was raised.
    const { unitId, cadreId } = accused
    const rungs = { leaderId: cadreId, officeId: unitId, cityId: unitId }
    const everywhere = { ...head, deskId: unitId, inspectionId: unitId, rungs, raised: ['head', 'leader', 'office', 'city'] as const }
    expect(capacity({ ...everywhere, raised: [...everywhere.raised] }, accused)).toBeUndefined()
  })

  test('whatever unit of theirs it is: the one above, or one they are posted to', () => {
    const head = { ...sent(aComplaint(aboutUnit(water))), deskId: roads.id }
    expect(capacity(head, aPerson(stranger, roads.id))).toBe('desk')
    expect(capacity(head, aPerson(stranger, roads.id, { unitIds: [roads.id, water.id] }))).toBeUndefined()
  })
})

describe('whoever looks after the sender’s household', () => {
  const head = { ...sent(aComplaint({ about: { who: 'unknown' } })), deskId: roads.id }
  const ofTheHousehold = { householdTags: [householdTag] }

  test('may not know of its complaint, in any role, also if they were paired afterwards', () => {
    expect(capacity(head, aPerson(stranger, inspection.id))).toBe('inspection')
    for (const unit of [inspection, roads, office, city]) expect(capacity(head, aPerson(stranger, unit.id, ofTheHousehold))).toBeUndefined()
  })

  test('may if the villager asked them to follow it', () => {
    const followed = sent(aComplaint({ ...aboutUnit(water), cadreMayFollow: true }))
    expect(isBarred(followed, aPerson(pairedCadre, farming.id, ofTheHousehold))).toBe(false)
    expect(isBarred(followed, aPerson(stranger, farming.id, ofTheHousehold))).toBe(true)
  })

  test('may know of a request for help', () => {
    expect(capacity(sent(aRequest()), aPerson(pairedCadre, farming.id, { roles: ['cadre'], ...ofTheHousehold }))).toBe('cadre')
  })
})

test('who has no business with it does not know of it, whatever their roles', () => {
  expect(capacity(aHead(), aPerson(stranger, roads.id))).toBeUndefined()
  expect(capacity(aHead(), aPerson(stranger, water.id, { roles: ['cadre'] }))).toBeUndefined()
  // Inspection sees what is watched: a request for help only once there is something to decide.
  expect(capacity(aHead(), aPerson(stranger, inspection.id, { roles: ['inspection'] }))).toBeUndefined()
  expect(capacity(aHead({ watched: true }), aPerson(stranger, inspection.id, { roles: ['inspection'] }))).toBe('inspection')
})

test('a unit that is asked to take over reads it until it has refused', () => {
  const clerk = aPerson(stranger, roads.id, { roles: ['desk'] })
  const offered = take(aHead(), aMove('offer', { unit: roads }), now, plainCalendar)
  if ('problem' in offered) throw new Error(offered.problem)
  expect(capacity(offered, clerk)).toBe('offered')
  expect(capacity(offered, aPerson(stranger, water.id, { roles: ['desk'] }))).toBe('desk')
  const refused = take(offered, aMove('refuseOffer', { as: 'offered' }), now, plainCalendar)
  if ('problem' in refused) throw new Error(refused.problem)
  expect(capacity(refused, clerk)).toBeUndefined()
})

test('those above read it only once it was raised to them, the county office always', () => {
  const fresh = sent(aComplaint())
  const [day, month] = [24 * 3_600_000, 60 * 24 * 3_600_000]
  const head = aPerson(stranger, inspection.id, { roles: ['head'] })
  const above = [
    aPerson(leader, township.id, { roles: ['leader'] }),
    aPerson(stranger, office.id, { roles: ['office'] }),
    aPerson(stranger, city.id, { roles: ['inspection'] }),
  ]
  expect([head, ...above].map((person) => capacity(fresh, person))).toEqual([undefined, undefined, 'office', undefined])
  // Nobody has responded for a day: the head is told, and can read what they are told of.
  expect(capacity(tick(fresh, later(now, 2 * day), plainCalendar, ladder), head)).toBe('head')
  const late = tick(fresh, later(now, month), plainCalendar, ladder)
  expect(above.map((person) => capacity(late, person))).toEqual(['leader', 'office', 'city'])
})
