import fc from 'fast-check'

import { AccountId } from '../../contract/account'
import { GRANTS_MOST, GrantId, type ReportGrants, Verdict } from '../../contract/notice'
import type * as z from 'zod/mini'
import { leftOf, noGrants, reported } from './grants'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const mine = noGrants(AccountId.parse('a'.repeat(32)))
const id = (n: number) => GrantId.parse(n.toString(16).padStart(32, '0'))

test('only what was agreed to counts, each template for itself', () => {
  const after = reported(mine, { id: id(1), verdicts: { villager: 'accept', staff: 'reject' } })
  expect(leftOf(after)).toEqual({ villager: 1, staff: 0 })
  expect(leftOf(reported(after, { id: id(2), verdicts: { staff: 'ban' } }))).toEqual({ villager: 1, staff: 0 })
  expect(reported(mine, { id: id(3), verdicts: {} })).toMatchObject({ villager: 0, staff: 0 })
})

const verdict = fc.option(fc.constantFrom(...Verdict.options), { nil: undefined })
const report = fc.record({ id: fc.integer({ min: 0, max: 8 }).map(id), verdicts: fc.record({ villager: verdict, staff: verdict }) })

test(`a report that is repeated counts once (seed ${seed})`, () => {
  const property = fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
    const after = reports.reduce((grants, one) => reported(grants, one as z.infer<typeof ReportGrants>), mine)
    const firsts = reports.filter((one, at) => reports.findIndex((other) => other.id === one.id) === at)
    for (const side of ['villager', 'staff'] as const)
      expect(after[side]).toBe(firsts.filter(({ verdicts }) => verdicts[side] === 'accept').length)
  })
  fc.assert(property, { numRuns: 500, seed })
})

test('nobody can be counted rich', () => {
  let grants = mine
  for (let n = 0; n < 2 * GRANTS_MOST; n++) grants = reported(grants, { id: id(n), verdicts: { staff: 'accept' } })
  expect([grants.staff, grants.reports.length]).toEqual([GRANTS_MOST, 20])
})
