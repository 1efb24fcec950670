import { aboutUnit, aComplaint, aHead, aRequest, now, sent, water } from '../../tests/fixtures/tickets'
import { later } from '../../contract/time'
import { lineOf, packed, unpacked } from './line'

const heads = {
  'a request': sent(aRequest()),
  'a complaint': sent(aComplaint(aboutUnit(water))),
  'one that the cadre follows': sent(aComplaint({ ...aboutUnit(water), cadreMayFollow: true })),
  'one that was answered': aHead({ respondBy: undefined, title: undefined, place: undefined, deskName: undefined }),
  'one that is marked, late and asked more time for': aHead({
    flagged: true,
    raised: ['head', 'leader'],
    extension: { until: now, text: '', state: 'asked' },
    round: { n: 1, from: now, dueAt: later(now, 1) },
  }),
  'an appeal': aHead({ appealed: true, state: 'reopened' }),
}

test.each(Object.entries(heads))('the line of %s is read as it was written', (_, head) => {
  const line = lineOf(head)
  // Only where a household is barred does it matter who follows all the same.
  const { cadreId, ...rest } = line
  expect(unpacked({ id: head.id, line: packed(line) })).toEqual({ ...rest, ...(head.householdTag && { cadreId }) })
})

test('a line says what there is to decide', () => {
  expect(lineOf(heads['one that is marked, late and asked more time for'])).toMatchObject({ decide: 'extension', raised: 2, flagged: true })
  expect(lineOf(heads['an appeal']).decide).toBe('appeal')
  expect(lineOf(heads['a request']).decide).toBeUndefined()
})

test("a complaint's line has no word of it", () => {
  expect(JSON.stringify(packed(lineOf(heads['a complaint'])))).not.toMatch(/水渠|桃冲/)
})
