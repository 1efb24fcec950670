import fc from 'fast-check'

import { survey } from '../../../contract/survey'
import { partsOf, totalsIn } from './parts'

const { body } = survey['POST /v1/surveys/{id}/totals']

it('cuts a text into parts that the route takes, none of them within a character, and that make the same text', () => {
  const sign = fc.constantFrom('x', '"', '\\', '\n', '镇', '𠮷', 'é', '\ud83d')
  const run = fc.tuple(sign, fc.integer({ min: 1, max: 13_000 })).map(([each, times]) => each.repeat(times))
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
      const text = runs.join('')
      const parts = partsOf(text)
      expect(parts.join('')).toBe(text)
      for (const [part, cut] of parts.entries()) {
        const whole = { version: 1_000_000, part, parts: parts.length, text: cut }
        expect(body.safeParse(whole).success).toBe(true)
        expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThanOrEqual(16 * 1024)
        expect(/[\ud800-\udbff]$/.test(cut) && /^[\udc00-\udfff]/.test(parts[part + 1] ?? '')).toBe(false)
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
