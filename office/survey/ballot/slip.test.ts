/** @jest-environment node */
import { survey } from '../../../contract/survey'
import { isSlip, newSlip } from './slip'

const { body } = survey['POST /v1/surveys/{id}/paper-draws']

it('makes numbers that the route takes, and notices any digit that is mistyped', () => {
  const slips = Array.from({ length: 200 }, newSlip)
  expect(new Set(slips).size).toBeGreaterThan(195)
  for (const slip of slips) {
    expect(body.safeParse({ rollId: 'a'.repeat(32), slip }).success).toBe(true)
    expect(isSlip(slip)).toBe(true)
    for (let at = 0; at < 8; at++)
      for (const digit of '0123456789') if (digit !== slip[at]) expect(isSlip(slip.slice(0, at) + digit + slip.slice(at + 1))).toBe(false)
  }
  expect([isSlip(''), isSlip('1234 5678'), isSlip('123456789')]).toEqual([false, false, false])
})
