import { Instant } from '../../contract/route'
import { before, day, left, moment } from './when'

const at = (text: string) => Instant.parse(text)
const now = Date.parse('2026-11-18T01:12:00.000Z')

it('shows Shanghai time, which is the next day late in the evening of UTC', () => {
  expect(moment(at('2026-11-18T01:12:00.000Z'), now)).toBe('11月18日 09:12')
  expect(moment(at('2026-11-18T16:05:00.000Z'), now)).toBe('11月19日 00:05')
})

it('names the year where it is not this one, by the calendar of Shanghai', () => {
  expect(day(at('2025-11-20T00:00:00.000Z'), now)).toBe('2025年11月20日')
  expect(day(at('2026-12-31T16:00:00.000Z'), now)).toBe('2027年1月1日')
})

it('says today, tomorrow and the day after by the calendar, not by 24 hours', () => {
  expect(before(at('2026-11-18T09:00:00.000Z'), now)).toBe('今天 17:00 前')
  expect(before(at('2026-11-18T16:00:00.000Z'), now)).toBe('明天 00:00 前')
  expect(before(at('2026-11-20T09:00:00.000Z'), now)).toBe('后天 17:00 前')
  expect(before(at('2026-11-21T09:00:00.000Z'), now)).toBe('11月21日 17:00 前')
  expect(before(at('2026-11-17T09:00:00.000Z'), now)).toBe('11月17日 17:00 前')
})

const HOUR = 3_600_000
const due = (ms: number) => at(new Date(now + ms).toISOString())

it.each([
  [50 * HOUR, '还剩 2 天'],
  [24 * HOUR, '还剩 1 天'],
  [24 * HOUR - 1, '还剩 23 小时'],
  [HOUR, '还剩 1 小时'],
  [HOUR - 1, '还剩 60 分钟'],
  [0, '还剩 1 分钟'],
  [-1, '超 1 分钟'],
  [-3 * HOUR, '超 3 小时'],
  [-72 * HOUR, '超 3 天'],
])('never promises more time than there is: %i ms is %s', (ms, words) => {
  expect(left(due(ms), now)).toBe(words)
})
