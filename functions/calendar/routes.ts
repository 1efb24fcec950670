import { calendar as contract } from '../../contract/calendar'
import { bind } from '../platform/bind'
import type { CalendarYears } from './store'
import { enter } from './year'

/** Binds the calendar's routes; `changed` is called after each change. */
export const routes = (years: CalendarYears, changed: () => void) =>
  bind(contract, {
    'GET /v1/calendar/{year}': ({ params }) => years.get(params.year),

    'PUT /v1/calendar/{year}': async ({ params, body, caller: { staff }, now }) => {
      if (!staff) return { problem: 'notAllowed' }
      const next = enter(await years.get(params.year), { ...body, by: `${staff.unitName} ${staff.name}` }, now)
      if ('problem' in next) return next
      const stored = await years.put(next)
      changed()
      return stored ? next : { problem: 'changedMeanwhile' }
    },
  })
