import fc from 'fast-check'

import { SpecialDays } from '../../contract/calendar'
import { monthOf, toggled } from './year'

const days = (year: number) => Array.from({ length: 12 }, (_, at) => monthOf(year, at + 1).days).flat()

it('has every day of a year once, each under its weekday', () => {
  for (const year of [2026, 2028]) {
    const all = days(year)
    expect(new Set(all.map(({ day }) => day)).size).toBe(year === 2028 ? 366 : 365)
    for (const { day, weekend } of all) expect(weekend).toBe([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  }
  expect(monthOf(2026, 11).lead).toBe(6)
})

it('toggles in any order into a calendar that the server takes, and back', () => {
  const all = days(2026)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: all.length - 1 }), { maxLength: 40 }), (chosen) => {
      const on = chosen.reduce((special, at) => toggled(special, all[at]!, '节'), SpecialDays.parse([]))
      expect(SpecialDays.parse(on)).toHaveLength(chosen.length)
      for (const { day, works } of on) expect(works).toBe(all.find((each) => each.day === day)!.weekend)
      expect(chosen.reduce((special, at) => toggled(special, all[at]!), on)).toEqual([])
    }),
  )
})
