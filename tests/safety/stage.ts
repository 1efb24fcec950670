import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { Instant } from '../../contract/route'
import { StepId, SubmitTicket, type TicketId } from '../../contract/ticket'
import { later } from '../../contract/time'
import { openPairing } from '../../functions/pairing'
import { ids } from '../../functions/pairing/roster/merge'
import { pickUpCode } from '../../functions/intake/pick-up'
import type { Log } from '../../functions/platform/log'
import { randomId, tagger } from '../../functions/platform/tag'
import { good, openProduct, type Product } from '../bench/product'
import { openTown, secrets, type Town } from '../town'
import { cast, households, type Name, names } from './cast'

type Phone = ReturnType<Product['with']>
/** What came back, as it came. */
export type Answer = { status: number; text: string; problem?: string }

export const aStep = () => StepId.parse(randomId())
export const unit = (code: string) => ids.unit(code)
export const about = (code: string) => ({ about: { who: 'unit', unitId: unit(code) } }) as const

type Own = {
  log?: Log
  /** Another way to WeChat and to the text messages, which ends at this one. */
  through?: (wechatUrl: string) => Promise<string>
}

/** The product with everybody of the cast signed in. */
export async function openStage({ log, through = async (url) => url }: Own = {}) {
  let now = Instant.parse('2026-11-18T01:12:00.000Z')
  const clock = () => now
  const town: Town = await openTown({ households, clock })
  const own = { clock, log, wechatUrl: await through(town.wechatUrl) }
  const product = openProduct(town, own)
  const tokens = new Map<Name, string>()
  const token = (name: Name) => tokens.get(name)!
  const as = (name: Name): Phone => product.with(token(name))
  const pairing = openPairing({ table: town.database.table, tag: tagger(secrets.tagKey) })

  async function ask(name: Name | undefined, method: string, url: string, body?: unknown): Promise<Answer> {
    const headers = name ? { authorization: `Bearer ${token(name)}` } : undefined
    const response = await product.app.request(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    const text = await response.text()
    const read: { problem?: string } = JSON.parse(text)
    return { status: response.status, text, problem: read.problem }
  }

  async function signIn(name: Name) {
    const { id, villager, roles }: { id: string; villager?: true; roles: readonly string[] } = cast[name]
    const session = await product.signIn(id)
    // The guest's household is not theirs to prove: they are tied to the sender's below.
    const tied = (villager && !id.startsWith('guest')) || roles.length > 0
    tokens.set(name, tied ? await (await product.tying(id))(session) : session)
  }
  for (const name of names) await signIn(name)
  const cardCode = await town.cardCode('ML01-0217')
  const request = randomId()
  good(await as('sameHousehold')('POST /v1/tie-requests', { body: { id: request, cardCode, name: '阿明' } }))
  good(await as('pairedCadre')('POST /v1/tie-requests/{id}/answer', { params: { id: request }, body: { confirm: true } }))
  tokens.set('sameHousehold', await product.signIn(cast.sameHousehold.id))

  const { client, name: TableName } = town.database.table
  const keyOf = (id: TicketId) => ({ pk: `$jnj#id_${id}`, sk: '$ticket_1' })
  async function settle() {
    for (let keys = await product.owing(); keys.length; keys = await product.owing()) for (const key of keys) await product.dispatch(key)
  }

  return {
    town,
    product,
    as,
    ask,
    clock,
    cardCode,
    /** From now on it is so late. */
    at: (next: Instant) => void (now = next),
    /** A request to be tied to the sender's household, which its cadre has answered. */
    tieRequest: request,
    settle,
    pickUpCode: pickUpCode(tagger(secrets.tagKey)),
    /** From now on another cadre leads the household. */
    changeLead: async (household: string, cadre: string) => good(await pairing.changeLead(ids.household(household), ids.cadre(cadre), now)),
    /** These tickets as they are after so long a time in which nobody has done anything; all else stays as it is. */
    later: async (milliseconds: number, ...tickets: TicketId[]) => {
      const then = openProduct(town, { ...own, clock: () => later(now, milliseconds) })
      for (const id of tickets) await then.dispatch(keyOf(id))
      openProduct(town, own)
    },
    /** The same of what people were told about these tickets, for so long a time in which nobody has looked at it. */
    unread: async (milliseconds: number, ...tickets: TicketId[]) => {
      const then = openProduct(town, { clock: () => later(now, milliseconds) })
      const notices = (await then.owing()).filter(({ pk }) => tickets.some((id) => pk === `$jnj#sourceid_${id}`))
      for (const key of notices) await then.dispatch(key)
      openProduct(town, own)
    },
    /** Everything that is owed after so long a time in which nobody has done anything. */
    settleLater: async (milliseconds: number) => {
      const then = openProduct(town, { ...own, clock: () => later(now, milliseconds) })
      for (let keys = await then.owing(); keys.length; keys = await then.owing()) for (const key of keys) await then.dispatch(key)
      openProduct(town, own)
    },
    /** The ticket's head as it is stored. */
    stored: async (id: TicketId) => (await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }))).Item,
    restore: (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName, Item })),
    send: async (name: Name, kind: string, text: string, more: object = {}) => {
      const only = kind === 'complaint' ? { confidential: true, cadreMayFollow: false } : {}
      const body = SubmitTicket.parse({ id: randomId(), kind, about: { who: 'unknown' }, text, ...only, ...more })
      return good(await as(name)('POST /v1/tickets', { body }))
    },
    close: () => town.close(),
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>
