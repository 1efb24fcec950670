import fc from 'fast-check'

import type { Category } from '../../../contract/pairing'
import { Instant } from '../../../contract/route'
import { takeLead } from '../pairing'
import type { Household } from '../household'
import { ids, mergeCadre, mergeHousehold, mergeUnit, mergeVillage } from './merge'
import { pairsOf } from './pairs'
import type { Row } from './sheets'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const later = Instant.parse('2026-12-01T00:00:00.000Z')
const place = { file: '农户.csv', row: 2 }
const alone = { above: [], counties: [] }

const cadreRow = (code: string, unit = 'NY01'): Row<'cadres'> => ({
  ...{ ...place, code, name: '张三', unit, post: '科员', phone: '19907750001', serviceItems: ['种养'], commitment: '每月上门' },
  ...{ duties: [], active: true },
})
const householdRow = (more: Partial<Row<'households'>> = {}): Row<'households'> => ({
  ...{ ...place, code: 'ML01-0001', headName: '李四', village: 'ML01', group: '3组', category: 'ordinary' as Category },
  ...{ phone1: '19907751001', phone2: undefined, phone3: undefined, members: undefined, serial: '0001' },
  ...more,
})
const pairRow = (cadre: string, kind: 'lead' | 'helper', since?: Instant): Row<'pairings'> => ({
  ...{ ...place, household: 'ML01-0001', cadre, kind, since },
})

let cards = 0
const given = (pairings: Row<'pairings'>[], cadres: Row<'cadres'>[], at = now) => {
  const { pairsOf: pairs, unitOf } = pairsOf({ pairings, cadres })
  return { pairs: pairs('ML01-0001'), unitOf, now: at, newCardCode: () => String(++cards) }
}

const code = fc.constantFrom('A', 'B', 'C', 'D')
const someRow = fc.record({
  headName: fc.constantFrom('李四', '王五'),
  group: fc.constantFrom('1组', '2组'),
  category: fc.constantFrom<Category>('ordinary', 'subsistence'),
  phone1: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  phone2: fc.option(fc.constantFrom('2', '3'), { nil: undefined }),
  members: fc.option(fc.nat(9), { nil: undefined }),
  serial: fc.option(fc.constantFrom('0217', '0218'), { nil: undefined }),
})
/** A lead or none, and helpers who are somebody else. */
const somePairs = fc
  .record({
    lead: fc.option(code, { nil: undefined }),
    helpers: fc.uniqueArray(code),
    since: fc.option(fc.constant(now), { nil: undefined }),
  })
  .map(({ lead, helpers, since }) => [
    ...(lead ? [pairRow(lead, 'lead', since)] : []),
    ...helpers.filter((helper) => helper !== lead).map((helper) => pairRow(helper, 'helper')),
  ])
const someCadres = fc
  .array(fc.constantFrom('NY01', 'SL01'), { minLength: 4, maxLength: 4 })
  .map((units) => units.map((unit, at) => cadreRow('ABCD'[at]!, unit)))
/** What an office hands in, time after time. */
const sheets = fc.record({ row: someRow, pairings: somePairs, cadres: someCadres })

test('whatever was handed in before, handing in the same twice changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.array(sheets, { minLength: 1, maxLength: 6 }), (all) => {
      let stored: Household | undefined
      for (const { row, pairings, cadres } of all) {
        stored = mergeHousehold(householdRow(row), given(pairings, cadres), stored)
        expect(mergeHousehold(householdRow(row), given(pairings, cadres, later), stored)).toBe(stored)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order of the rows makes no difference', () => {
  const shuffled = sheets.chain(({ row, pairings, cadres }) =>
    fc.record({
      row: fc.constant(row),
      pairings: fc.constant(pairings),
      cadres: fc.constant(cadres),
      otherPairings: fc.shuffledSubarray(pairings, { minLength: pairings.length }),
      otherCadres: fc.shuffledSubarray(cadres, { minLength: cadres.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ row, pairings, cadres, otherPairings, otherCadres }) => {
      const sameCard = { newCardCode: () => '1' }
      const one = mergeHousehold(householdRow(row), { ...given(pairings, cadres), ...sameCard })
      expect(mergeHousehold(householdRow(row), { ...given(otherPairings, otherCadres), ...sameCard })).toEqual(one)
    }),
    { numRuns: 300 },
  )
})

test('through any series of imports there is one lead at most, no lead helps, and the card stays', () => {
  fc.assert(
    fc.property(fc.array(sheets, { minLength: 1, maxLength: 8 }), (all) => {
      let stored: Household | undefined
      for (const { row, pairings, cadres } of all) {
        const next: Household = mergeHousehold(householdRow(row), given(pairings, cadres), stored)
        if (stored) expect(next.card.code).toBe(stored.card.code)
        const wanted = pairings.find(({ kind }) => kind === 'lead')
        if (wanted) expect(next.lead).toMatchObject({ cadreId: ids.cadre(wanted.cadre), source: 'roster' })
        else expect(next.lead?.cadreId).toBe(stored?.lead?.cadreId)
        expect(next.helpers).not.toContain(next.lead?.cadreId)
        if (next.lead) expect(next.lead.unitId).toBe(ids.unit(cadres.find((each) => ids.cadre(each.code) === next.lead?.cadreId)!.unit))
        expect(next.history.length).toBeGreaterThanOrEqual(stored?.history.length ?? 0)
        stored = next
      }
    }),
    { numRuns: 300 },
  )
})

test('a lead that was changed in the app survives every import', () => {
  const app = { id: ids.cadre('D'), unitId: ids.unit('NY01') }
  const first = mergeHousehold(householdRow(), given([pairRow('A', 'lead')], [cadreRow('A')]))
  const changed = takeLead(first, app, { source: 'app', since: now }, now)
  fc.assert(
    fc.property(fc.array(sheets, { maxLength: 6 }), (all) => {
      const last = all.reduce(
        (stored, { row, pairings, cadres }) => mergeHousehold(householdRow(row), given(pairings, cadres), stored),
        changed,
      )
      expect(last.lead).toMatchObject({ cadreId: app.id, source: 'app', since: now })
      expect(last.helpers).not.toContain(app.id)
    }),
    { numRuns: 300 },
  )
})

test('a lead from the sheets closes a gap; no lead leaves it open', () => {
  const seen = { ...mergeHousehold(householdRow(), given([], [])), gap: { seenAt: now } }
  expect(mergeHousehold(householdRow(), given([], []), seen)).toBe(seen)
  expect(mergeHousehold(householdRow(), given([pairRow('A', 'lead')], [cadreRow('A')]), seen).gap).toBeUndefined()
})

test('without a printed serial the card carries the code of the household', () =>
  expect(mergeHousehold(householdRow({ serial: undefined }), given([], [])).card.serial).toBe('ML01-0001'))

test('units, villages and cadres are the same item for the same row, and a blank that is filled is a change', () => {
  const unit = { ...place, code: 'NY01', name: '农业局', kind: 'department', does: '种养', county: '北流市', township: undefined } as const
  const stored = mergeUnit({ ...unit, complaintPhone: '12345', officePhone: undefined }, alone)
  expect(mergeUnit({ ...unit, complaintPhone: '12345', officePhone: undefined }, alone, stored)).toBe(stored)
  expect(mergeUnit({ ...unit, complaintPhone: '12345', officePhone: '12346' }, alone, stored)).toMatchObject({
    id: stored.id,
    officePhone: '12346',
  })
  const village = {
    ...{ ...place, code: 'ML01', name: '桃冲村', county: '北流市', township: '民乐镇', groups: ['1组'], workGroup: undefined },
    ...{ liaison: ['ny01'], services: [], office: 'ML00', inspection: 'DC01' },
  }
  expect(mergeVillage(village).liaisonUnitIds).toEqual([stored.id])
  expect(mergeVillage(village, mergeVillage(village))).toEqual(mergeVillage(village))
  expect(mergeCadre(cadreRow('A')).duties).toEqual(['cadre'])
})

test('what stands above a unit or a village stays where a sheet has no column for it, and goes where the cell is blank', () => {
  const row: Row<'units'> = {
    ...{ ...place, code: 'NJ01', name: '农技站', kind: 'service', does: '种养', county: '北流市', township: '民乐镇' },
    ...{ complaintPhone: '12345', officePhone: undefined },
  }
  const under = mergeUnit({ ...row, parent: 'ML00' }, { ...alone, above: [ids.unit('ML00')] })
  expect(under.above).toEqual([ids.unit('ML00')])
  expect(mergeUnit(row, alone, under)).toBe(under)
  expect(mergeUnit({ ...row, parent: undefined }, alone, under).above).toBeUndefined()

  const village = {
    ...{ ...place, code: 'ML01', name: '桃冲村', county: '北流市', township: '民乐镇', groups: ['1组'], workGroup: undefined },
    ...{ liaison: [], services: [], office: 'ML00', inspection: 'DC01' },
  }
  const led = mergeVillage({ ...village, leader: 'LD01', countyOffice: 'BL00', cityInspection: 'YL01' })
  expect(led).toMatchObject({ leaderId: ids.cadre('LD01'), countyUnitId: ids.unit('BL00'), cityUnitId: ids.unit('YL01') })
  expect(mergeVillage(village, led)).toBe(led)
  expect(mergeVillage({ ...village, leader: undefined }, led)).toMatchObject({ leaderId: undefined, cityUnitId: ids.unit('YL01') })
})

test('the counties of a city’s inspection come together from their rosters, and none is taken away by another', () => {
  const row: Row<'units'> = {
    ...{ ...place, code: 'YL01', name: '督查组', kind: 'city', does: '督查', county: '玉林市', township: undefined },
    ...{ complaintPhone: '12345', officePhone: undefined },
  }
  const one = mergeUnit(row, { above: [], counties: ['容县'] })
  const both = mergeUnit(row, { above: [], counties: ['北流市'] }, one)
  expect(both.counties).toEqual(['北流市', '容县'])
  expect(mergeUnit(row, { above: [], counties: ['容县'] }, both)).toBe(both)
  expect(mergeUnit(row, alone, both)).toBe(both)
})
