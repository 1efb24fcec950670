import * as z from 'zod/mini'

import { AccountId, Mobile } from '../../contract/account'
import type { CadreId } from '../../contract/pairing'
import type { TicketId } from '../../contract/ticket'
import type { Accounts } from '../account'
import type { DispatchDeps } from '../notice'
import type { Pairing } from '../pairing'
import type { Tag } from '../platform/tag'
import { isBarred, type ticketMachine } from '../ticket'

type Deps = {
  pairing: Pick<Pairing, 'staffOf' | 'cadre' | 'personOf'>
  accounts: Pick<Accounts, 'get' | 'ofCadre'>
  stillMerged: DispatchDeps['stillMerged']
  /** Who sent the ticket with this id; without an account where it was taken down for them. */
  senderOf: (id: TicketId) => Promise<{ accountId?: AccountId; phone?: string } | undefined>
  tag: Tag
}

type Reaching = {
  /** Whether anybody above whom this reaches holds that duty and may know of the item now. */
  reaches: Parameters<typeof ticketMachine>[0]['reaches']
}

const Barring = z.object({
  barred: z._default(z.array(z.string()), []),
  householdTag: z.optional(z.string()),
  cadreId: z.optional(z.string()),
})

/** Only a mobile number takes text messages. */
const mobile = (number: string | undefined) => Mobile.safeParse(number).data

/** Whom telling people reaches, and who must not learn of what; asked at the moment of telling. */
export function telling({
  pairing,
  accounts,
  senderOf,
  stillMerged,
  tag,
}: Deps): Pick<DispatchDeps, 'staffOf' | 'knower' | 'reachOf' | 'stillMerged'> & Reaching {
  const sender = async (ticketId: TicketId | undefined, accountId: string | undefined) =>
    ticketId ? await senderOf(ticketId) : { accountId: AccountId.safeParse(accountId).data, phone: undefined }
  const knower: DispatchDeps['knower'] = async (cadreId) => {
    const person = await pairing.personOf(cadreId)
    const [unitId] = person?.unitIds ?? []
    if (!person || !unitId) return undefined
    const facts = { cadreId, unitIds: person.unitIds, householdTags: person.householdIds.map((id) => tag('household', id)) }
    return { unitId, mayLearn: (source) => !isBarred(Barring.parse(source), facts) }
  }
  async function holdersOf(to: Parameters<Reaching['reaches']>[0]): Promise<readonly CadreId[]> {
    if (to.to === 'leader') return (await pairing.cadre(to.cadreId))?.duties.includes('leader') ? [to.cadreId] : []
    return to.to === 'head' || to.to === 'office' || to.to === 'inspection' ? pairing.staffOf(to.unitId, to.to) : []
  }
  return {
    staffOf: pairing.staffOf,
    stillMerged,
    knower,
    reaches: async (to, source) => {
      for (const cadreId of await holdersOf(to)) if ((await knower(cadreId))?.mayLearn(source)) return true
      return false
    },
    reachOf: async (person, { ticketId, accountId }) => {
      if ('cadreId' in person) {
        const phone = async () => mobile((await pairing.cadre(person.cadreId))?.phone)
        return { accounts: await accounts.ofCadre(person.cadreId), phone }
      }
      const sent = await sender(ticketId, accountId)
      const account = sent?.accountId && (await accounts.get(sent.accountId))
      const number = mobile(account ? (account.phone ?? sent.phone) : sent?.phone)
      return { accounts: account ? [account] : [], phone: async () => number }
    },
  }
}
