import { type InboxItem, notice as contract, NoticeId, type Side } from '../../contract/notice'
import { isProblem } from '../../contract/problem'
import { bind, type Caller } from '../platform/bind'
import type { Tag } from '../platform/tag'
import { opened } from './delivery'
import type { DispatchDeps } from './deps'
import { leftOf, reported } from './grants'
import type { Ledger } from './ledger'
import { isToVillager } from './notice'
import { filedUnder } from './person'
import type { InboxLine, Notices } from './store'

export type NoticeDeps = {
  notices: Notices
  ledger: Pick<Ledger, 'get' | 'change'>
  knower: DispatchDeps['knower']
  tag: Tag
  templates: Readonly<Record<Side, string>>
}

const A_PAGE = 20

const inboxItem = (line: InboxLine): InboxItem => {
  const { id, occasion, ticketId, number, kind, deadline, at, state, readAt } = line
  return {
    ...{ id, occasion, deadline, at, own: isToVillager(line) },
    ...(ticketId && number && kind && { ticket: { id: ticketId, number, kind } }),
    read: readAt !== undefined,
    delivery: state,
  }
}

const barsAnybody = ({ barred = [], householdTag }: InboxLine) => barred.length > 0 || householdTag !== undefined

/** The inbox: a villager's is filed under the sender's tag, staff's under the cadre; an account that is both sees both. */
export function noticeRoutes({ notices, ledger, knower, tag, templates }: NoticeDeps) {
  const filesOf = ({ accountId, staff }: Caller) => [
    filedUnder({ senderTag: tag('sender', accountId) }),
    ...(staff ? [filedUnder({ cadreId: staff.cadreId })] : []),
  ]

  /** A cadre who has come to be barred from something, say by changing to the unit it is about, does not see what they were told before. */
  async function stillSeen(lines: readonly InboxLine[], { staff }: Caller): Promise<InboxLine[]> {
    const secret = lines.filter((line) => !isToVillager(line) && barsAnybody(line))
    const known = staff && secret.length > 0 ? await knower(staff.cadreId) : undefined
    const seen = ({ source, barred, householdTag, follows }: InboxLine) =>
      known?.mayLearn({ ...source, barred, householdTag, cadreId: follows }) ?? false
    return lines.filter((line) => !secret.includes(line) || seen(line))
  }

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
      return { items: (await stillSeen(newest, caller)).map(inboxItem), next }
    },

    'POST /v1/inbox/{id}/read': async ({ caller, params, now }) => {
      const found = await Promise.all(filesOf(caller).map((file) => notices.find(file, params.id)))
      const key = found.find((one) => one !== undefined)
      if (!key) return { problem: 'notFound' }
      const after = await notices.change(key, (notice) => opened(notice, now))
      return isProblem(after) ? after : {}
    },

    'POST /v1/grants': async ({ caller, body }) => {
      const after = await ledger.change(caller.accountId, (grants) => reported(grants, body))
      return isProblem(after) ? after : leftOf(after)
    },
    'GET /v1/grants': async ({ caller }) => leftOf(await ledger.get(caller.accountId)),

    'GET /v1/templates': async () => templates,
  })
}
