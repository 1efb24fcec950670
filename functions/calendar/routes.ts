import { calendar as contract, type CalendarYear, type YearCalendar } from '../../contract/calendar'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { bind } from '../platform/bind'
import type { Entered } from './year'

type Years = {
  get: (year: CalendarYear) => Promise<YearCalendar>
  enter: (year: CalendarYear, days: Entered, now: Instant) => Promise<YearCalendar | Problem<'changedMeanwhile' | 'badInput'>>
}

/** Binds the calendar's routes. */
export const routes = ({ get, enter }: Years) =>
  bind(contract, {
    'GET /v1/calendar/{year}': ({ params }) => get(params.year),
    'PUT /v1/calendar/{year}': async ({ params, body, caller: { staff }, now }) =>
      staff ? enter(params.year, { ...body, by: `${staff.unitName} ${staff.name}` }, now) : { problem: 'notAllowed' },
  })
