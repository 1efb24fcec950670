import { type AccountDeps, accounts, desktopSignIns, phoneCodes, tieRequests } from '../account'
import { openCalendar } from '../calendar'
import { lookups } from '../intake'
import { openMedia } from '../media'
import { ledger, notices, noticesOf } from '../notice'
import { openPairing } from '../pairing'
import { allowances } from '../platform/allowance'
import { bucket } from '../platform/blobs'
import type { Clock } from '../platform/clock'
import type { Settings } from '../platform/env'
import type { Log } from '../platform/log'
import { jwtSessions } from '../platform/session'
import type { Sms } from '../platform/sms'
import type { Table } from '../platform/table'
import { tagger } from '../platform/tag'
import { wechat as wechatClient } from '../platform/wechat'
import { senderReads, stillMerged, type TicketDeps, ticketHeads, ticketMachine, ticketNumbers, ticketWords, writtenText } from '../ticket'
import { openSurvey } from '../survey'
import { telling } from './telling'
import { identity } from './wechat'

/** What the product finds outside itself. */
export type Outside = { settings: Settings; table: Table; sms: Sms; clock: Clock; log: Log }

/** The features over their table and what lies outside, each given what it asks of the others. */
export function openFeatures(outside: Outside) {
  const { settings, table, sms, clock, log } = outside
  const { keys, wechat: config } = settings
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
  const tellings = telling({
    ...{ pairing, accounts: people, senderOf: words.sender, tag },
    stillMerged: (id, mainId) => stillMerged(id, mainId, heads),
  })
  const clockwork = ticketMachine({ heads, calendar: workingDays.calendar, reaches: tellings.reaches })
  const media = openMedia({
    ...{ table, tag, wechat, clock, log, blobs: bucket(settings.bucket, clock), allow: account.allow },
    openidOf: async (id) => (await people.get(id))?.openid,
    textOf: writtenText({ heads, words, accounts: people }),
    flag: (id, because) => clockwork.flag(id, because, clock()),
    // What is held is looked at by the inspection whose ticket it is, if they may know of it, watched or not.
    mayRead: async (id, { staff }) => {
      const head = await heads.get(id)
      if (!head || !staff || head.inspectionId !== staff.unitId) return false
      return (await tellings.knower(staff.cadreId))?.mayLearn(head) ?? false
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
  const survey = openSurvey({
    ...{ table, tag, clock, calendar: workingDays.calendar },
    ...{ roster: pairing.survey, householdsOf: pairing.householdsOf },
    looked: lookups(table).keep,
    isStaff: async (id) => {
      const cadreId = (await people.get(id))?.cadreId
      return cadreId !== undefined && (await pairing.cadre(cadreId)) !== undefined
    },
  })
  return {
    ...outside,
    tag,
    wechat,
    pairing,
    survey,
    workingDays,
    account,
    allowed,
    grants,
    told,
    words,
    heads,
    clockwork,
    tellings,
    media,
    ticket,
  }
}
export type Features = ReturnType<typeof openFeatures>
