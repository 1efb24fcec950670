import type { UnitId } from '../../contract/pairing'
import type { RawItem } from '../platform/outbox'
import type { DispatchDeps } from './deps'
import { tellStep } from './fan-out'
import type { Notice } from './notice'
import { goingUp, isActedOn } from './unread'

/**
 * Tells the next one up that a notice has stayed unread for a day and nobody has acted on its ticket: the head of the unit, or
 * whoever above may know of it. Once a step: the notices of all who did not read it make one and the same.
 */
export async function goUp(notice: Notice, source: RawItem | undefined, homeUnit: UnitId | undefined, deps: DispatchDeps): Promise<void> {
  const { role, ticketId, unreadAt } = notice
  const unitId = notice.unitId ?? homeUnit
  if (!source || !ticketId || !unitId || !unreadAt || isActedOn(notice, source)) return
  // First they may read it, then they are told.
  const to = await deps.callIn(ticketId, { role, unitId }, deps.clock())
  if (to) await tellStep(source, [goingUp(notice, to, unreadAt)], deps)
  deps.log.info('notice.unread', { notice: notice.id, source: notice.sourceId, to: to?.to })
}
