import type { Hono } from 'hono'

import { accounts, desktopSignIns, recogniser } from '../account'
import { openPairing } from '../pairing'
import type { Clock } from '../platform/clock'
import type { Secrets } from '../platform/env'
import { httpApp } from '../platform/http'
import type { Log } from '../platform/log'
import { jwtSessions } from '../platform/session'
import type { Table } from '../platform/table'
import { tagger } from '../platform/tag'
import { drawRoutes } from '../survey/draw'
import { drawingFrom, windowsWithin } from '../survey/drawing'
import type { WindowOf } from '../survey/window'

type Outside = { table: Table; keys: Pick<Secrets, 'sessionKey' | 'tagKey'>; windowOf: WindowOf; clock: Clock; log: Log }

/** The function that draws ballots: besides the token key it knows the sessions and the roll, and no ballot. */
export function drawApp({ table, keys, windowOf, clock, log }: Outside): Hono {
  const tag = tagger(keys.tagKey)
  const pairing = openPairing({ table, tag })
  const people = accounts(table)
  const sessions = jwtSessions(keys.sessionKey)
  const recognise = recogniser({ sessions, roster: pairing.accounts, desktops: desktopSignIns(table) })
  // Whoever works for a unit casts no ballot, whatever household they are tied to.
  const tieOf = async (id: Parameters<typeof people.get>[0]) => {
    const account = await people.get(id)
    return account?.cadreId && (await pairing.accounts.person(account.cadreId)) ? undefined : account?.tie
  }
  const bound = drawRoutes({ windowOf: windowsWithin(windowOf, table), tieOf, ...drawingFrom({ table, tag, pairing }) })
  return httpApp({ bound, recognise, clock, log })
}
