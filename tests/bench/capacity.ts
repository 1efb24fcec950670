import type { Operation } from './operations'

/** What one operation may use at most: capacity units or round trips, and what it did use. */
export type Bound = { what: 'RCU' | 'WCU' | 'round trips'; used: number; most: number }

/** The budgets that are set for this operation; writes count with their indexes. */
export function boundsOf({ name, spent: { read, write, index, rounds }, ticketKB = 0, changes }: Operation): Bound[] {
  const written = (more: number): Bound[] => [{ what: 'WCU', used: write + index, most: ticketKB + more }]
  if (name === 'home')
    return [
      { what: 'RCU', used: read, most: 3 },
      { what: 'round trips', used: rounds, most: 2 },
    ]
  if (name === 'my tickets (20)') return [{ what: 'RCU', used: read, most: 1 }]
  // The lists of sender, cadre and inspection change (3), one desk's is left and the other's entered (2), that of offers is left
  // (1), and `owed` moves (2). Every other step leaves the ticket with its desk, and 6 are enough.
  if (name === 'take over') return written(8)
  if (changes) return written(6 * changes)
  return name.startsWith('submit') ? written(8) : []
}
