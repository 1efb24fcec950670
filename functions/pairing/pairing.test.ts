import { CadreId, HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { isCardCode } from '../../contract/account'
import { Cadre } from './cadre'
import { newCardCode } from './card'
import { home, type Surroundings } from './home'
import { Household } from './household'
import { provesHousehold, replaceCard, seeGap, takeLead } from './pairing'
import { Unit } from './unit'
import { Village } from './village'

const hex = (n: number) => n.toString(16).padStart(32, '0')
const now = Instant.parse('2026-11-18T01:12:00.000Z')
const since = Instant.parse('2026-01-01T00:00:00.000Z')
const [unitId, cadreId, id] = [UnitId.parse(hex(1)), CadreId.parse(hex(2)), HouseholdId.parse(hex(3))]

const aHousehold = (more: Partial<Household> = {}): Household =>
  Household.parse({
    ...{ id, version: 1, code: 'ML01-0217', headName: '何桂辉', villageId: VillageId.parse(hex(4)), group: '3组', category: 'ordinary' },
    ...{ phones: [], card: { code: '1', serial: '0217', version: 1 }, helpers: [], history: [], ...more },
  })
const aCadre = (more: Partial<Cadre> = {}): Cadre =>
  Cadre.parse({
    ...{ id: cadreId, version: 1, code: 'G001', name: '陈建华', unitId, post: '农技站站长', phone: '19907750001' },
    ...{ serviceItems: ['种养技术'], commitment: '每月至少上门一次', duties: ['cadre'], active: true, ...more },
  })
const aUnit = (more: Partial<Unit> = {}): Unit =>
  Unit.parse({
    ...{ id: unitId, version: 1, code: 'NY01', name: '北流市农业局', does: '种养', kind: 'department', county: '北流市' },
    ...{ complaintPhone: '0775-6220001', officePhone: '0775-6220002', ...more },
  })
const aVillage = () =>
  Village.parse({
    ...{ id: hex(4), version: 1, code: 'ML01', name: '桃冲村', county: '北流市', township: '民乐镇', groups: ['3组'] },
    ...{ liaisonUnitIds: [], serviceUnitIds: [], officeUnitId: hex(8), inspectionUnitId: hex(9) },
  })

const office = aUnit({ id: UnitId.parse(hex(8)), name: '民乐镇政府', kind: 'township', officePhone: '0775-6220112' })
const inspection = aUnit({ id: UnitId.parse(hex(9)), name: '北流市督查组', kind: 'inspection', complaintPhone: '0775-6220121' })
const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  household: aHousehold(),
  village: aVillage(),
  lead: { cadre: aCadre(), unit: aUnit() },
  office,
  inspection,
  ...more,
})

describe('the lead of a household', () => {
  const other = CadreId.parse(hex(5))
  const lead = { cadreId: other, unitId, since, source: 'roster' as const }

  test('a new lead closes the gap and leaves the former one in the history', () => {
    const before = aHousehold({ lead, helpers: [cadreId], gap: { seenAt: since } })
    const after = takeLead(before, aCadre(), { source: 'app', since: now }, now)
    expect(after.lead).toEqual({ cadreId, unitId, since: now, source: 'app' })
    expect(after.history).toEqual([{ ...lead, until: now }])
    expect(after).not.toHaveProperty('gap')
    expect(after.helpers).toEqual([])
  })

  test('the same lead again makes no history', () => {
    const once = takeLead(aHousehold(), aCadre(), { source: 'roster', since }, now)
    expect(takeLead(once, aCadre(), { source: 'app', since: now }, now).history).toEqual([])
  })

  test('a gap is dated by the first time that it was seen', () => {
    const seen = seeGap(aHousehold(), since)
    expect(seen.gap).toEqual({ seenAt: since })
    expect(seeGap(seen, now)).toBe(seen)
  })
})

describe('a card', () => {
  test('is replaced once, however often the same card is reported', () => {
    const once = replaceCard(aHousehold(), '1', '2')
    expect(once.card).toEqual({ code: '2', serial: '0217', version: 2 })
    expect(replaceCard(once, '1', '3')).toBe(once)
  })

  test('has a code with right check digits that does not repeat', () => {
    const codes = Array.from({ length: 1000 }, newCardCode)
    expect(codes.every(isCardCode)).toBe(true)
    expect(new Set(codes).size).toBe(1000)
  })
})

describe('a telephone number', () => {
  const households = (count: number) => Array.from({ length: count }, (_, at) => HouseholdId.parse(hex(3 + at)))

  test.each([
    ['of the household alone', { householdIds: households(1), cadreIds: [] }, true],
    ['on three households', { householdIds: households(3), cadreIds: [] }, true],
    ['on four households', { householdIds: households(4), cadreIds: [] }, { problem: 'phoneProvesNothing' }],
    ["that is a cadre's own", { householdIds: households(1), cadreIds: [cadreId] }, { problem: 'phoneProvesNothing' }],
    ['of another household', { householdIds: [HouseholdId.parse(hex(77))], cadreIds: [] }, { problem: 'phoneNotOnRoll' }],
    ['that is nowhere', { householdIds: [], cadreIds: [] }, { problem: 'phoneNotOnRoll' }],
  ])('%s proves what it may', (_, holders, answer) => expect(provesHousehold(id, holders)).toEqual(answer))
})

describe('home', () => {
  test("shows the card and both complaint lines, the unit's and inspection's, by name", () => {
    const shown = home(around(), now)
    expect(shown).toMatchObject({ serial: '0217', township: '民乐镇', village: '桃冲村', group: '3组' })
    expect(shown.card).toMatchObject({ cadreName: '陈建华', unitName: '北流市农业局', phone: '19907750001', visitsThisYear: 0 })
    expect(shown.complaintLines).toEqual([
      { name: '北流市农业局 投诉电话', phone: '0775-6220001' },
      { name: '督查组 投诉电话', phone: '0775-6220121' },
    ])
  })

  test('without a cadre has no card, but the office and inspection to call', () => {
    const shown = home(around({ lead: undefined }), now)
    expect(shown.card).toBeUndefined()
    expect(shown.office).toEqual({ name: '民乐镇政府', phone: '0775-6220112' })
    expect(shown.complaintLines).toEqual([{ name: '督查组 投诉电话', phone: '0775-6220121' }])
  })

  test('an office without a number of its own is called on its complaint line', () => {
    expect(home(around({ office: { ...office, officePhone: undefined } }), now).office.phone).toBe('0775-6220001')
  })

  test("counts this year's visits only, and the year begins in Shanghai", () => {
    const household = aHousehold({ visits: { year: 2026, count: 6 }, lastVisitAt: since })
    expect(home(around({ household }), now).card).toMatchObject({ visitsThisYear: 6, lastVisitAt: since })
    const newYear = Instant.parse('2026-12-31T16:00:00.000Z')
    expect(home(around({ household }), newYear).card).toMatchObject({ visitsThisYear: 0, lastVisitAt: since })
  })
})
