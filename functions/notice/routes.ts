import { type InboxItem, notice as contract, NoticeId } from '../../contract/notice'
import { isProblem } from '../../contract/problem'
import { bind, type Caller } from '../platform/bind'
import type { Tag } from '../platform/tag'
import { opened } from './notice'
import { filedUnder } from './person'
import type { InboxLine, Notices } from './store'

export type NoticeDeps = { notices: Notices; tag: Tag; templates: { villager: string; staff: string } }

const A_PAGE = 20

const inboxItem = ({ ticketId, number, kind, readAt, state, ...line }: InboxLine): InboxItem => ({
  ...line,
  ...(ticketId && number && kind && { ticket: { id: ticketId, number, kind } }),
  read: readAt !== undefined,
  delivery: state,
})

/** A cadre who has come to be barred from something, say by changing to the unit it is about, does not see what they were told before. */
const mayStillSee =
  ({ staff }: Caller) =>
  ({ barred = [] }: InboxLine) =>
    !staff || !barred.some((id) => id === staff.cadreId || id === staff.unitId)

/** The inbox: a villager's is filed under the sender's tag, staff's under the cadre; an account that is both sees both. */
export function noticeRoutes({ notices, tag, templates }: NoticeDeps) {
  const filesOf = ({ accountId, staff }: Caller) => [
    filedUnder({ senderTag: tag('sender', accountId) }),
    ...(staff ? [filedUnder({ cadreId: staff.cadreId })] : []),
  ]

  return bind(contract, {
    'GET /v1/inbox': async ({ caller, query }) => {
      const before = NoticeId.safeParse(query.after)
      if (query.after !== undefined && !before.success) return { problem: 'badInput', field: 'after' }
      const lists = await Promise.all(filesOf(caller).map((file) => notices.inbox(file, A_PAGE, before.data)))
      const newest = lists
        .flat()
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, A_PAGE)
      const next = newest.length === A_PAGE ? newest[A_PAGE - 1]?.id : undefined
      return { items: newest.filter(mayStillSee(caller)).map(inboxItem), next }
    },

    'POST /v1/inbox/{id}/read': async ({ caller, params, now }) => {
      const found = await Promise.all(filesOf(caller).map((file) => notices.find(file, params.id)))
      const key = found.find((one) => one !== undefined)
      if (!key) return { problem: 'notFound' }
      const after = await notices.change(key, (notice) => opened(notice, now))
      return isProblem(after) ? after : {}
    },

    'GET /v1/templates': async () => templates,
  })
}
