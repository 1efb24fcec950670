import type { TicketId } from '../../contract/ticket'
import type { TicketHeads } from './store'
import type { Head } from './head'

/** Nobody closes a ticket in favour of another so often in a row. */
const MOST = 20

/** The tickets that go on with this one's matter: what it was merged into, what that was merged into, and so on to the last. */
export async function mainsOf({ mergedInto }: Pick<Head, 'mergedInto'>, { get }: Pick<TicketHeads, 'get'>): Promise<Head[]> {
  const mains: Head[] = []
  for (let next = mergedInto; next && mains.length < MOST;) {
    const main = await get(next.id)
    if (!main) break
    mains.push(main)
    next = main.mergedInto
  }
  return mains
}

/** The ticket with this id while its matter is one with that of `mainId`; undefined once its sender had it reopened. */
export async function stillMerged(id: TicketId, mainId: TicketId, heads: Pick<TicketHeads, 'get'>): Promise<Head | undefined> {
  const head = await heads.get(id)
  const mains = head ? await mainsOf(head, heads) : []
  return mains.some((main) => main.id === mainId) ? head : undefined
}
