import { useDidShow } from '@tarojs/taro'

import { type InboxItem, type Occasion, saysOf } from '../../../contract/notice'
import { kinds } from '../../../contract/ticket'
import { markRead } from '../../api/notify'
import { useInbox } from '../../api/read'
import { useMe } from '../../api/session'
import { before, moment } from '../../design/when'
import { go, restart } from '../../ways'

const ties: readonly Occasion[] = ['tieConfirmed', 'tieRefused']

/** The ticket, until when something is owed, and when this was said. */
export const smallWords = ({ ticket, deadline, at }: InboxItem, now: number) => [
  ticket && `${kinds[ticket.kind]} ${ticket.number}`,
  deadline && before(deadline, now),
  moment(at, now),
]

export const title = ({ occasion, own }: InboxItem) => saysOf(occasion, own)

function open({ occasion, own, ticket }: InboxItem) {
  if (occasion === 'tieAsked') return go('cadre/requests')
  if (occasion === 'surveyInvited') return go('survey/start')
  if (ties.includes(occasion)) return restart('pages/home')
  if (!ticket) return undefined
  return own ? go('villager/ticket', { id: ticket.id }) : go('cadre/letter', { id: ticket.id })
}

/** The notices for this person; opening one marks it as read. */
export function useInboxScreen() {
  const inbox = useInbox()
  const me = useMe()
  useDidShow(inbox.again)
  const press = (item: InboxItem) => {
    if (!item.read) void markRead(item.id)
    open(item)
  }
  return { ...inbox, loading: inbox.loading || !me, press }
}
