import { CustomAttributeType, Entity } from 'electrodb'

import type { YearCalendar } from '../../contract/calendar'
import { landed, type Table } from '../platform/table'
import { unwritten, Year } from './year'

const any = { type: CustomAttributeType<unknown>('any'), required: true } as const
const model = {
  model: { service: 'jnj', entity: 'calendar', version: '1' },
  attributes: {
    year: { type: 'string', required: true },
    version: { type: 'number', required: true },
    days: any,
    changed: any,
  },
  indexes: { byYear: { pk: { field: 'pk', composite: ['year'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** The years that the office has entered, each one item. */
export function calendarYears({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  return {
    /** The year, read strongly. */
    get: async (year: string): Promise<YearCalendar> => {
      const { data } = await entity.get({ year }).go({ consistent: true })
      return data ? Year.parse(data) : unwritten(year)
    },
    /** Stores the year if the stored version is the one before; false if it is not. */
    put: (next: Year): Promise<boolean> =>
      next.version === 1
        ? landed(entity.create(next).go())
        : landed(
            entity
              .put(next)
              .where(({ version }, { eq }) => eq(version, next.version - 1))
              .go(),
          ),
  }
}
