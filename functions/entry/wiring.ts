import type { Hono } from 'hono'

import type { AccountId } from '../../contract/account'
import { contract } from '../../contract/contract'
import { type AccountDeps, accountRoutes, accounts, desktopSignIns, phoneCodes, recogniser, tieRequests } from '../account'
import { type DispatchDeps, dispatch, noticeRoutes, notices, noticesOf, sweep } from '../notice'
import { openCalendar } from '../calendar'
import { openPairing } from '../pairing'
import { allowances } from '../platform/allowance'
import type { Clock } from '../platform/clock'
import type { Settings } from '../platform/env'
import { httpApp } from '../platform/http'
import type { Log } from '../platform/log'
import { openApi } from '../platform/openapi'
import { type ItemKey, outbox } from '../platform/outbox'
import { jwtSessions } from '../platform/session'
import type { Sms } from '../platform/sms'
import type { Table } from '../platform/table'
import { tagger } from '../platform/tag'
import { wechat as wechatClient } from '../platform/wechat'
import { ticketHeads, ticketNumbers, ticketRoutes, ticketWords } from '../ticket'
import { telling } from './telling'
import { identity } from './wechat'

type Outside = { settings: Settings; table: Table; sms: Sms; clock: Clock; log: Log }

export type Product = {
  /** Answers the contract's routes and `GET /openapi.json`. */
  app: Hono
  /** Does what the item under this key owes. */
  dispatch: (key: ItemKey) => ReturnType<typeof dispatch>
  /** Does what is owed by now, until `until`; how many items that were. */
  sweep: (until?: Parameters<typeof sweep>[1]) => ReturnType<typeof sweep>
}

/** The product over its table and what lies outside: the one place where features are put together. */
export function wire({ settings, table, sms, clock, log }: Outside): Product {
  const { keys, templates, wechat: config } = settings
  const tag = tagger(keys.tagKey)
  const wechat = wechatClient({ appId: config.appId, secret: config.secret, baseUrl: config.url }, { clock, log })
  const pairing = openPairing({ table, tag })
  const workingDays = openCalendar(table)
  const people = accounts(table)
  const words = ticketWords(table)
  const told = notices(table)

  const account: AccountDeps = {
    accounts: people,
    requests: tieRequests(table),
    codes: phoneCodes(table, tag),
    desktops: desktopSignIns(table),
    allow: allowances(table).take,
    sessions: jwtSessions(keys.sessionKey),
    tag,
    roster: pairing.accounts,
    ...identity(wechat, sms),
  }
  const ticket = {
    heads: ticketHeads(table),
    words,
    nextNumber: ticketNumbers(table),
    tag,
    roster: pairing.tickets,
    phoneOf: async (id: AccountId) => (await people.get(id))?.phone,
    noticesOf: (id: string) => noticesOf(told, id),
  }
  const bound = [
    ...accountRoutes(account),
    ...pairing.routes,
    ...workingDays.routes,
    ...ticketRoutes(ticket),
    ...noticeRoutes({ notices: told, tag, templates }),
  ]
  const app = httpApp({ bound, recognise: recogniser(account), clock, log })
  // Made when it is first asked for: it is a tenth of a function's start.
  let description: ReturnType<typeof openApi> | undefined
  app.get('/openapi.json', (c) => c.json((description ??= openApi(contract))))

  const duties: DispatchDeps = {
    outbox: outbox(table),
    notices: told,
    ...telling({ pairing, accounts: people, senderOf: words.sender, ticketAt: ticket.heads.get }),
    wake: {},
    wechat,
    templates,
    tag,
    clock,
    log,
  }
  return { app, dispatch: (key) => dispatch(key, duties), sweep: (until) => sweep(duties, until) }
}
