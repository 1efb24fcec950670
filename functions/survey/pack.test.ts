import fc from 'fast-check'

import { CadreId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { booked, Pack, shownPack } from './pack'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const now = Instant.parse('2026-12-02T00:00:00.000Z')
const people = [3, 5, 6].map((nth) => CadreId.parse(hex(nth)))
const pack = Pack.parse({
  ...{ id: hex(1), version: 1, campaignId: hex(2), stratumId: hex(4), by: people[0], madeBy: '李四', madeAt: now, steps: [] },
  blinded: Array.from({ length: 20 }, (_, nth) => `sheet ${nth}`),
})

const aNote = fc.record({
  id: fc.integer({ min: 0, max: 8 }).map(hex),
  kind: fc.constantFrom('entered' as const, 'voided' as const),
  sheets: fc.integer({ min: 1, max: 4 }),
  by: fc.constantFrom(...people),
})
type Said = { kind: 'entered' | 'voided'; sheets: number; by: Set<string> }

test('however its book is kept, a line counts once two different people have said the same, and no pack has more sheets than it has', () => {
  fc.assert(
    fc.property(fc.array(aNote, { maxLength: 60 }), (notes) => {
      let held = pack
      const lines = new Map<string, Said>()
      for (const { id, kind, sheets, by } of notes) {
        const next = booked(held, { id, kind, sheets }, { by, name: by, at: now })
        const known = lines.get(id)
        const room = pack.blinded.length - [...lines.values()].reduce((sum, line) => sum + line.sheets, 0)
        if (known && (known.kind !== kind || known.sheets !== sheets))
          expect(next).toEqual({ problem: known.by.has(by) ? 'changedReplay' : 'notesDiffer' })
        else if (!known && sheets > room) expect(next).toEqual({ problem: 'notInThisState' })
        else {
          if (known?.by.has(by)) expect(next).toBe(held)
          lines.set(id, { kind, sheets, by: new Set([...(known?.by ?? []), by]) })
          held = Pack.parse(next)
        }
      }
      const all = [...lines.entries()]
      const counted = (kind: string) =>
        all.filter(([, line]) => line.kind === kind && line.by.size > 1).reduce((sum, [, line]) => sum + line.sheets, 0)
      const shown = shownPack(held, people[0])
      expect([shown.entered, shown.voided]).toEqual([counted('entered'), counted('voided')])
      expect(shown.waiting).toEqual(
        all
          .filter(([, { by }]) => by.size === 1)
          .map(([step, { kind, sheets, by }]) => ({ step, kind, sheets, by: [...by][0], at: now, own: by.has(people[0]!) })),
      )
      const waiting = shown.waiting.reduce((sum, { sheets }) => sum + sheets, 0)
      expect(shown.entered + shown.voided + waiting).toBeLessThanOrEqual(shown.sheets)
    }),
  )
})

test('a third person who says the same changes nothing', () => {
  const line = { id: hex(9), kind: 'entered' as const, sheets: 2 }
  const [one, two, three] = people.map((by) => ({ by, name: '某', at: now }))
  const whole = booked(Pack.parse(booked(pack, line, one!)), line, two!)
  expect(booked(Pack.parse(whole), line, three!)).toEqual(whole)
})
