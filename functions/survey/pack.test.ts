import fc from 'fast-check'

import { CadreId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { booked, Pack, shownPack } from './pack'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const now = Instant.parse('2026-12-02T00:00:00.000Z')
const by = CadreId.parse(hex(3))
const pack = Pack.parse({
  ...{ id: hex(1), version: 1, campaignId: hex(2), stratumId: hex(4), by, madeBy: '李四', madeAt: now, steps: [] },
  blinded: Array.from({ length: 20 }, (_, nth) => `sheet ${nth}`),
})

const aStep = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map(hex),
  kind: fc.constantFrom('entered', 'voided' as const),
  sheets: fc.integer({ min: 1, max: 8 }),
  with: fc.constantFrom('王五', '赵六'),
})

test('however its book is kept, a pack has no more sheets entered and voided than there are, and a line counts once', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      let held = pack
      const lines = new Map<string, (typeof steps)[number]>()
      for (const step of steps) {
        const next = booked(held, { ...step, by, at: now })
        const known = lines.get(step.id)
        const room = held.blinded.length - held.steps.reduce((sum, { sheets }) => sum + sheets, 0)
        if (known) {
          const isSame = known.kind === step.kind && known.sheets === step.sheets && known.with === step.with
          expect(next).toEqual(isSame ? held : { problem: 'changedReplay' })
        } else if (step.sheets > room) expect(next).toEqual({ problem: 'notInThisState' })
        else {
          lines.set(step.id, step)
          held = next as typeof pack
        }
      }
      const { sheets, entered, voided } = shownPack(held)
      expect(entered + voided).toBe([...lines.values()].reduce((sum, line) => sum + line.sheets, 0))
      expect(entered + voided).toBeLessThanOrEqual(sheets)
    }),
  )
})
