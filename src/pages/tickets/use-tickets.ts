import { useDidShow } from '@tarojs/taro'

import { isBegun, NEW_TICKET, useDraft } from '../../api/draft'
import { isStaffs } from '../../api/errand'
import { useQueue } from '../../api/queue'
import { useTickets } from '../../api/read'
import { useMe } from '../../api/session'

/** My tickets, and what I have begun or not sent yet. */
export function useTicketsScreen() {
  const tickets = useTickets()
  const me = useMe()
  const [draft] = useDraft(NEW_TICKET)
  const waiting = useQueue(({ errands }) => errands.filter((errand) => !isStaffs(errand)).length)
  useDidShow(tickets.again)
  const begun = isBegun(draft) ? draft : undefined
  const nothing = tickets.data?.length === 0 && waiting === 0 && !begun
  return { tickets, begun, nothing, tied: Boolean(me?.villager) }
}
