import type { Hono } from 'hono'

import { contract } from '../../contract/contract'
import { TicketId } from '../../contract/ticket'
import { type AccountDeps, accountRoutes, accounts, desktopSignIns, phoneCodes, recogniser, tieRequests } from '../account'
import { type DispatchDeps, dispatch, ledger, noticeRoutes, notices, noticesOf, passes, sweep } from '../notice'
import { boxOpenings, intakeRoutes, lookups } from '../intake'
import { openCalendar } from '../calendar'
import { type MediaFeature, openMedia } from '../media'
import { openPairing } from '../pairing'
import { allowances } from '../platform/allowance'
import { bucket } from '../platform/blobs'
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
import { PUSH_PATH, wechatPush } from '../platform/wechat-push'
import {
  senderReads,
  settleSent,
  type TicketDeps,
  ticketDesk,
  ticketHeads,
  ticketMachine,
  ticketNumbers,
  ticketRoutes,
  ticketWords,
  writtenText,
} from '../ticket'
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
  /** Looks at what was uploaded under this key of the bucket. */
  uploaded: MediaFeature['uploaded']
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
  const ticketRoster = { ...pairing.tickets, personOf: pairing.personOf }
  const told = notices(table)
  const allowed = allowances(table)
  const grants = ledger(table)

  const account: AccountDeps = {
    accounts: people,
    requests: tieRequests(table),
    codes: phoneCodes(table, tag),
    desktops: desktopSignIns(table),
    allow: allowed.take,
    sessions: jwtSessions(keys.sessionKey),
    tag,
    roster: pairing.accounts,
    ...identity(wechat, sms),
  }
  const heads = ticketHeads(table)
  const clockwork = ticketMachine({ heads, calendar: workingDays.calendar })
  const tellings = telling({ pairing, accounts: people, senderOf: words.sender, ticketAt: heads.get, tag })
  const media = openMedia({
    ...{ table, tag, wechat, clock, log, blobs: bucket(settings.bucket, clock), allow: account.allow },
    openidOf: async (id) => (await people.get(id))?.openid,
    textOf: writtenText({ heads, words, accounts: people }),
    flag: (id, because) => clockwork.flag(id, because, clock()),
    // What is held is looked at by the inspection whose ticket it is, if they may know of it, watched or not.
    mayRead: async (id, { staff }) => {
      const head = await heads.get(id)
      if (!head || !staff || head.inspectionId !== staff.unitId) return false
      return (await duties.knower(staff.cadreId))?.mayLearn({ ...head, pk: '', sk: '' }) ?? false
    },
  })
  const ticket: TicketDeps = {
    ...{ heads, words, tag, media, calendar: workingDays.calendar },
    numbers: ticketNumbers(table),
    reads: senderReads(table),
    roster: ticketRoster,
    phoneOf: async (id) => (await people.get(id))?.phone,
    noticesOf: (id) => noticesOf(told, id),
  }
  const duties: DispatchDeps = {
    outbox: outbox(table),
    notices: told,
    ...tellings,
    passes: passes(table),
    ledger: grants,
    text: sms.text,
    wake: {
      ...media.wake,
      ticket: (item, now) => clockwork.wake(TicketId.parse(item['id']), now),
      sender: (item, now) => settleSent(item, now, { heads, words }),
    },
    wechat,
    templates,
    tag,
    clock,
    log,
  }
  const bound = [
    ...accountRoutes(account),
    ...pairing.routes,
    ...workingDays.routes,
    ...ticketRoutes(ticket),
    ...intakeRoutes({
      roster: { ...pairing.intake, byCard: pairing.accounts.byCard, personOf: pairing.personOf },
      ...{ tickets: ticketDesk(ticket), openings: boxOpenings(table), lookups: lookups(table), allowed, tag },
    }),
    ...media.routes,
    ...noticeRoutes({ notices: told, ledger: grants, knower: duties.knower, tag, templates }),
  ]
  const app = httpApp({ bound, recognise: recogniser(account), clock, log })
  // Made when it is first asked for: it is a tenth of a function's start.
  let description: ReturnType<typeof openApi> | undefined
  app.get('/openapi.json', (c) => c.json((description ??= openApi(contract))))

  app.route(PUSH_PATH, wechatPush({ token: config.pushToken, appId: config.appId, onMediaJudged: media.verdict, log }))

  return { app, dispatch: (key) => dispatch(key, duties), sweep: (until) => sweep(duties, until), uploaded: media.uploaded }
}
