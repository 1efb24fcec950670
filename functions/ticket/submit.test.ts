import {
  aboutUnit,
  aComplaint,
  aRequest,
  aSubmission,
  aSuggestion,
  city,
  farming,
  householdTag,
  inspection,
  leader,
  now,
  office,
  pairedCadre,
  sent,
  someResponsible,
  township,
  water,
} from '../../tests/fixtures/tickets'
import { plainCalendar } from '../calendar/calendar'
import { submit } from './submit'

const toldBy = (...args: Parameters<typeof sent>) => sent(...args).outbox.map(({ to }) => to)
const refused = (input: Parameters<typeof submit>[0], responsible = someResponsible()) =>
  submit(input, responsible, aSubmission(input), now, plainCalendar)

describe('who gets it', () => {
  test.each([aRequest(), aSuggestion()])('a $kind goes to the paired cadre and the desk of the unit', (input) => {
    expect(toldBy(input)).toEqual([
      { to: 'desk', unitId: farming.id },
      { to: 'cadre', cadreId: pairedCadre },
    ])
    expect(sent(input)).toMatchObject({ deskId: farming.id, watched: false, barred: [] })
    expect(sent(input).householdTag).toBeUndefined()
  })

  test('a complaint reaches inspection alone, names whom it is about, and carries no word or place in its head', () => {
    const head = sent(aComplaint())
    expect(head.outbox.map(({ to }) => to)).toEqual([{ to: 'inspection', unitId: inspection.id }])
    expect(head).toMatchObject({ aboutName: '单位17 陈建华', watched: true, householdTag })
    expect(head.cadreId ?? head.deskId).toBeUndefined()
    expect(JSON.stringify(head)).not.toMatch(/水渠|桃冲/)
  })

  test('the cadre follows a complaint about somebody else if the villager says so', () => {
    const head = sent(aComplaint({ ...aboutUnit(water), cadreMayFollow: true }))
    expect(head.outbox.map(({ to }) => to.to)).toEqual(['inspection', 'cadre'])
    expect(head).toMatchObject({ cadreId: pairedCadre, barred: [water.id] })
  })

  test.each([
    ['about the cadre', aComplaint({ cadreMayFollow: true })],
    ["about the cadre's unit", aComplaint({ ...aboutUnit(farming), cadreMayFollow: true })],
    ['that somebody took money', aComplaint({ ...aboutUnit(water), category: 'taking', cadreMayFollow: true })],
  ])('following is refused for a complaint %s', (_, input) => expect(refused(input)).toEqual({ problem: 'notOfferedHere' }))

  test('following is refused where the cadre is posted to the unit that it is about', () => {
    const cadre = { ...someResponsible().cadre!, unitIds: [farming.id, water.id] }
    expect(refused(aComplaint({ ...aboutUnit(water), cadreMayFollow: true }), someResponsible({ cadre }))).toEqual({
      problem: 'notOfferedHere',
    })
  })

  test('a complaint that somebody took money stands with inspection at once, in the class of 24 hours', () => {
    expect(sent(aComplaint({ ...aboutUnit(water), category: 'taking' }))).toMatchObject({ state: 'triaged', urgency: 'h24' })
    expect(sent(aComplaint(aboutUnit(water)))).toMatchObject({ state: 'submitted', urgency: 'd7' })
  })

  test("a complaint about the county's inspection is the city's", () => {
    const head = sent(aComplaint(aboutUnit(inspection)))
    expect(head.inspectionId).toBe(city.id)
    expect(head.outbox.map(({ to }) => to)).toEqual([{ to: 'inspection', unitId: city.id }])
  })

  test('without a cadre the township office gets a request', () => {
    const alone = someResponsible({ cadre: undefined })
    expect(toldBy(aRequest(), alone)).toEqual([{ to: 'desk', unitId: township.id }])
    expect(refused(aRequest({ about: { who: 'myCadre' } }), alone)).toEqual({ problem: 'noCadre' })
    expect(refused(aComplaint({ ...aboutUnit(water), cadreMayFollow: true }), alone)).toEqual({ problem: 'noCadre' })
  })

  test('a unit that there is not is refused', () => {
    expect(refused(aRequest(aboutUnit({ id: leader as never })))).toEqual({ problem: 'unitUnknown' })
  })
})

test('a rung that is complained about is left out', () => {
  expect(sent(aComplaint()).rungs).toEqual({ leaderId: leader, officeId: office.id, cityId: city.id })
  expect(sent(aComplaint(aboutUnit(township))).rungs).toEqual({ leaderId: undefined, officeId: office.id, cityId: city.id })
  expect(sent(aComplaint(aboutUnit(office))).rungs).toEqual({ leaderId: leader, officeId: undefined, cityId: city.id })
  // A request for help accuses nobody.
  expect(sent(aRequest(aboutUnit(township))).rungs).toEqual({ leaderId: leader, officeId: office.id, cityId: city.id })
})

test.each([
  ['猪不吃料,想找兽医。谢谢', '猪不吃料,想找兽医'],
  ['屋后的水渠堵了半个月,地里进不了水,请来看看', '屋后的水渠堵了半个月'],
  ['屋后的水渠堵了整整半个月没有人来修过一次', '屋后的水渠堵了整整半个月没有人来…'],
])('the title of “%s” is “%s”', (text, title) => {
  expect(sent(aRequest({ text })).title).toBe(title)
  expect(sent(aComplaint({ text })).title).toBeUndefined()
})
