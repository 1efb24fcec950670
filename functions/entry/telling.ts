import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { TicketId } from '../../contract/ticket'
import type { Accounts } from '../account'
import type { DispatchDeps } from '../notice'
import type { Pairing } from '../pairing'
import { isBarred } from '../ticket'

type Deps = {
  pairing: Pick<Pairing, 'staffOf' | 'cadre'>
  accounts: Pick<Accounts, 'get' | 'ofCadre'>
  /** Who sent the ticket with this id. */
  ticketAt: DispatchDeps['ticketAt']
  senderOf: (id: TicketId) => Promise<{ accountId: AccountId } | undefined>
}

const Barring = z.object({ barred: z._default(z.array(z.string()), []) })
/** A request to be tied names its account; a ticket's sender stands in an item of its own. */
const Sent = z.union([z.object({ accountId: AccountId }), z.object({ id: TicketId })])

/** Whom telling people reaches, and who must not learn of what; asked at the moment of telling. */
export function telling({
  pairing,
  accounts,
  senderOf,
  ticketAt,
}: Deps): Pick<DispatchDeps, 'staffOf' | 'mayLearn' | 'openidsOf' | 'ticketAt'> {
  async function senderAccount(source: unknown) {
    const sent = Sent.parse(source)
    const id = 'accountId' in sent ? sent.accountId : (await senderOf(sent.id))?.accountId
    return id && accounts.get(id)
  }
  return {
    staffOf: async (unitId, duty) => (duty === 'head' ? [] : pairing.staffOf(unitId, duty)),
    ticketAt,
    mayLearn: async (source, cadreId) => {
      const cadre = await pairing.cadre(cadreId)
      return cadre !== undefined && !isBarred(Barring.parse(source), { cadreId, unitId: cadre.unitId })
    },
    openidsOf: async (person, source) => {
      const known = 'cadreId' in person ? await accounts.ofCadre(person.cadreId) : [await senderAccount(source)]
      return known.flatMap((account) => (account ? [account.openid] : []))
    },
  }
}
