import type { TicketId } from '../../contract/ticket'
import type { Tag } from '../platform/tag'

/** The ticket's own six digits, derived from its id under the product's key and stored nowhere. */
export const pickUpCode =
  (tag: Tag) =>
  (id: TicketId): string =>
    // 48 of the tag's bits: what their remainder favours is far below what anybody could use.
    String(parseInt(tag('pick-up', id).slice(0, 12), 16) % 1_000_000).padStart(6, '0')
