import fc from 'fast-check'

import { survey } from '../../../contract/survey'
import { partsOf, totalsIn } from './parts'

const { body } = survey['POST /v1/surveys/{id}/totals']

it('cuts a text into parts that the route takes, none of them within a character, and that make the same text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 11_990, max: 12_010 }), fc.string({ unit: 'grapheme', maxLength: 40 }), (plain, more) => {
      const text = 'x'.repeat(plain) + more + '𠮷'.repeat(7000)
      const parts = partsOf(text)
      expect(parts.join('')).toBe(text)
      for (const [part, cut] of parts.entries()) {
        expect(body.safeParse({ version: 1, part, parts: parts.length, text: cut }).success).toBe(true)
        expect(/[\ud800-\udbff]$/.test(cut)).toBe(false)
      }
    }),
    { numRuns: 50 },
  )
})

it('takes no file that is something else', () => {
  const totals = { campaignId: 'c'.repeat(32), countedAt: '2026-12-20T00:00:00.000Z' }
  const lists = { strata: [], units: [], unitsByCounty: [], watched: [], spoilt: [] }
  expect(totalsIn(JSON.stringify({ ...totals, ...lists }))?.campaignId).toBe(totals.campaignId)
  expect([totalsIn('{'), totalsIn('[]'), totalsIn(JSON.stringify(totals))]).toEqual([undefined, undefined, undefined])
})
