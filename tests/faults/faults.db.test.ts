import { faults } from './faults'
import { totalOf } from './total'

jest.setTimeout(1_200_000)

test('whatever befalls whichever call, what was accepted is there once and told, and nothing is told more often than it may be', async () => {
  const report = await faults()
  console.log(totalOf(report))
  expect(report.broken.join('\n\n')).toBe('')
  expect(report.missed).toEqual([])
})
