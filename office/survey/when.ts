import { Instant } from '../../contract/route'
import { shanghai } from '../../contract/time'

/** An instant as a date field takes it: `2026-12-01T08:00`, by the clock in Shanghai whatever this desktop's says. */
export const fieldOf = (at: Instant | undefined): string => (at ? shanghai(at).toISOString().slice(0, 16) : '')

/** The instant that stands in a date field; nothing where it is empty or half filled in. */
export function instantOf(field: string): Instant | undefined {
  const date = new Date(`${field}:00+08:00`)
  return Number.isNaN(date.getTime()) ? undefined : Instant.parse(date.toISOString())
}
