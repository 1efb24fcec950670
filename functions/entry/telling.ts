import * as z from 'zod/mini'

import { AccountId, Mobile } from '../../contract/account'
import type { CadreId, HouseholdId } from '../../contract/pairing'
import type { TicketId } from '../../contract/ticket'
import type { Accounts } from '../account'
import type { DispatchDeps } from '../notice'
import type { Pairing } from '../pairing'
import type { Tag } from '../platform/tag'
import { isBarred, type ticketMachine } from '../ticket'

type Reach = Awaited<ReturnType<DispatchDeps['reachOf']>>

type Deps = {
  pairing: Pick<Pairing, 'staffOf' | 'cadre' | 'personOf' | 'household'>
  accounts: Pick<Accounts, 'get' | 'ofCadre' | 'ofHousehold'>
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
}: Deps): Pick<DispatchDeps, 'staffOf' | 'knower' | 'reachOf' | 'stillMerged' | 'householdTags'> & Reaching {
  const sender = async (ticketId: TicketId | undefined, accountId: string | undefined) =>
    ticketId ? await senderOf(ticketId) : { accountId: AccountId.safeParse(accountId).data, phone: undefined }
  const senderTag = (id: string) => tag('sender', id)
  /** A household without an account is told under a tag of its own, which no inbox shows. */
  const homeTag = (id: HouseholdId) => tag('surveyed', id)
  const member = async (id: HouseholdId, senderTagOf: string) =>
    (await accounts.ofHousehold(id)).find((account) => senderTag(account.id) === senderTagOf)

  /** An account of the household, or a mobile number that the roll has of it. */
  async function atHome(id: HouseholdId, told: string): Promise<Reach> {
    const account = told === homeTag(id) ? undefined : await member(id, told)
    const phone = async () => account?.phone ?? (await pairing.household(id))?.phones.find((number) => mobile(number))
    return { accounts: account ? [account] : [], phone: async () => mobile(await phone()) }
  }
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
    householdTags: async (id) => {
      const found = await accounts.ofHousehold(id)
      return found.length > 0 ? found.map((account) => senderTag(account.id)) : [homeTag(id)]
    },
    knower,
    reaches: async (to, source) => {
      for (const cadreId of await holdersOf(to)) if ((await knower(cadreId))?.mayLearn(source)) return true
      return false
    },
    reachOf: async (person, { ticketId, accountId, householdId }) => {
      if ('cadreId' in person) {
        const phone = async () => mobile((await pairing.cadre(person.cadreId))?.phone)
        return { accounts: await accounts.ofCadre(person.cadreId), phone }
      }
      if (householdId) return atHome(householdId, person.senderTag)
      const sent = await sender(ticketId, accountId)
      const account = sent?.accountId && (await accounts.get(sent.accountId))
      const number = mobile(account ? (account.phone ?? sent.phone) : sent?.phone)
      return { accounts: account ? [account] : [], phone: async () => number }
    },
  }
}
