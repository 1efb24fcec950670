import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import type { RawItem } from '../platform/outbox'
import type { Deps } from './deps'

const Due = z.object({ id: TicketId, wakeAt: Instant })

/**
 * Settles what became of something that was sent: what has a head is kept, what was left half sent is taken away. Whoever
 * sends the same again meanwhile either holds it before, and it stays, or comes too late and begins anew.
 */
export async function settleSent(item: RawItem, now: Instant, { heads, words }: Pick<Deps, 'heads' | 'words'>): Promise<void> {
  const { id, wakeAt } = Due.parse(item)
  if (await heads.get(id)) await words.keep(id, wakeAt)
  else if (await words.abandon(id, wakeAt, now)) await words.remove(id)
}
