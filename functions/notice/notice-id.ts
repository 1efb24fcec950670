import { NoticeId } from '../../contract/notice'
import { idOf } from '../platform/tag'
import type { Owed } from './owed'
import { filedUnder, type Person } from './person'

/**
 * The id of the notice that tells `person` of this step of the item: the same step and person, the same id, whoever
 * makes it and however often. The first 12 digits are the milliseconds of `at`, so that ids stand in the order of time.
 */
export function noticeId(sourceId: string, { step, occasion, at }: Owed, person: Person): NoticeId {
  const time = Date.parse(at).toString(16).padStart(12, '0')
  return NoticeId.parse(time + idOf('notice', [sourceId, step, occasion, filedUnder(person)].join(':')).slice(0, 20))
}
