import type { UnitId } from '../../contract/pairing'
import type { RawItem } from '../platform/outbox'
import type { DispatchDeps } from './deps'
import { tellStep } from './fan-out'
import type { Notice } from './notice'
import { goingUp, isActedOn } from './unread'

/**
 * Tells the head of the unit that a notice has stayed unread for a day and nobody has acted on its ticket. Once a step:
 * the notices of all who did not read it make one and the same.
 */
export async function goUp(notice: Notice, source: RawItem | undefined, homeUnit: UnitId | undefined, deps: DispatchDeps): Promise<void> {
  const unitId = notice.unitId ?? homeUnit
  if (!source || !unitId || !notice.unreadAt || isActedOn(notice, source)) return
  await tellStep(source, [goingUp(notice, unitId, notice.unreadAt)], deps)
  deps.log.info('notice.unread', { notice: notice.id, source: notice.sourceId })
}
