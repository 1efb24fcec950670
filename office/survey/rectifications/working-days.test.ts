import { SpecialDay } from '../../../contract/calendar'
import { Instant } from '../../../contract/route'
import { workingLeft, yearsOf } from './working-days'

const at = (text: string) => Instant.parse(new Date(`${text}+08:00`).toISOString())
const now = (text: string) => Date.parse(at(text))

it.each([
  // A Monday; 22 September 2026 is a Tuesday, 1 to 7 October are off, 10 October is worked.
  ['2026-09-21T09:00', '2026-09-25T09:00', { words: '还剩 4 个工作日' }],
  ['2026-09-21T09:00', '2026-10-10T09:00', { words: '还剩 10 个工作日' }],
  ['2026-09-24T23:30', '2026-09-28T00:30', { words: '还剩 2 个工作日', tone: 'grain' }],
  ['2026-09-25T09:00', '2026-09-25T17:00', { words: '今天到期', tone: 'grain' }],
  ['2026-09-25T17:01', '2026-09-25T17:00', { words: '刚刚过期', tone: 'seal' }],
  ['2026-09-28T09:00', '2026-09-24T17:00', { words: '超 2 个工作日', tone: 'seal' }],
])('at %s an answer due on %s reads %j', (from, due, shown) => {
  const off = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => SpecialDay.parse({ day, works: false }))
  const days = [...off, SpecialDay.parse({ day: '2026-10-10', works: true })]
  expect(workingLeft(at(due), now(from), days)).toEqual(shown)
})

it('reads the calendars of all years that are spoken of', () => {
  expect(yearsOf([at('2027-01-01T00:30'), at('2026-12-31T23:30')], now('2026-12-30T00:00'))).toEqual(['2026', '2027'])
})
