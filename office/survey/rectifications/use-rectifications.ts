import { useQueries } from '@tanstack/react-query'

import { CalendarYear } from '../../../contract/calendar'
import { isProblem } from '../../../contract/problem'
import type { Rectification } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useRead } from '../../api/read'
import { useStaff } from '../../api/session'
import { useNow } from '../../design/use-now'
import { workingLeft, yearsOf } from './working-days'

/** What the survey has asked of units, with the time that is left in working days. */
export function useRectifications() {
  const now = useNow()
  const staff = useStaff()
  const reading = useRead(['rectifications'], () => ask('GET /v1/rectifications'))
  const items = reading.data?.items ?? []
  // Without its calendar a year is counted from Monday to Friday.
  const calendars = useQueries({
    queries: yearsOf(
      items.map(({ dueAt }) => dueAt),
      now,
    ).map((year) => ({
      queryKey: ['working-days', year],
      queryFn: () => ask('GET /v1/calendar/{year}', { params: { year: CalendarYear.parse(year) } }),
    })),
  })
  const days = calendars.flatMap(({ data }) => (data && !isProblem(data) ? data.days : []))
  const answers = staff?.roles.some((role) => role === 'desk' || role === 'head') ?? false
  return {
    now,
    reading,
    /** Those without an answer first, the most pressing on top. */
    items: [...items].sort((a, b) => Number(Boolean(a.answer)) - Number(Boolean(b.answer)) || a.dueAt.localeCompare(b.dueAt)),
    left: ({ dueAt }: Rectification) => workingLeft(dueAt, now, days),
    mayAnswer: ({ unitName, answer }: Rectification) => answers && !answer && unitName === staff?.unitName,
  }
}
