import { ScanCommand } from '@aws-sdk/lib-dynamodb'

import { contract } from '../../contract/contract'
import { SubmitTicket } from '../../contract/ticket'
import { randomId } from '../../functions/platform/tag'
import { good, type Product } from '../bench/product'
import { minlePersons } from '../fixtures/minle/persons'
import type { Town } from '../town'
import type { Session } from './people'
import type { Pool } from './pool'
import { MARK } from './valid'

/** The part of the product that a path belongs to. */
export const placeOf = (path: string) => path.split('/')[2] ?? ''

const about = { who: 'unknown' } as const
const complaint = { kind: 'complaint', confidential: true, cadreMayFollow: false } as const
const kinds = [{ kind: 'help' }, { kind: 'suggestion' }, complaint, { ...complaint, about: { who: 'myCadre' } }] as const

/** Letters of several villagers, so that everybody finds own ones and other people's. */
export async function sendLetters(product: Product, sessions: readonly Session[]): Promise<void> {
  const villagers = sessions.filter(({ roles }) => roles.includes('villager'))
  for (const { token } of villagers)
    for (const kind of kinds) {
      const answer = await product.with(token)('POST /v1/tickets', {
        body: SubmitTicket.parse({ id: randomId(), about, text: MARK, ...kind }),
      })
      // A household without a cadre cannot write about one.
      if (!('problem' in answer) || answer.problem !== 'noCadre') good(answer)
    }
}

/** Learns the ids of all items, as `unitId` for a unit; and everything that the lists show to anybody. */
export async function learnTown(known: Pool, product: Product, town: Town, sessions: readonly Session[]): Promise<void> {
  const { client, name } = town.database.table
  let after: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: after }))
    for (const { id, __edb_e__: entity } of Items) if (typeof id === 'string') known.keep(`${String(entity)}Id`, id)
    after = LastEvaluatedKey
  } while (after)

  const lists = Object.keys(contract).filter((key) => key.startsWith('GET ') && !key.includes('{'))
  for (const { token, person: who } of sessions)
    for (const key of lists)
      for (const query of ['', '?box=cadre', '?box=desk', '?box=inspection']) {
        const path = key.slice('GET '.length)
        const answer = await product.app.request(`${path}${query}`, { headers: { authorization: `Bearer ${token}` } })
        if (answer.status === 200) known.learn({ place: placeOf(path), who }, await answer.json())
      }
}

/** Codes that WeChat and the cards would be good for just now; each of WeChat's works once. */
export async function offerCodes(known: Pool, town: Town): Promise<{ refill: () => Promise<void> }> {
  const cards: string[] = []
  for (const { householdCode } of minlePersons) if (householdCode) cards.push(await town.cardCode(householdCode))
  for (const code of cards) known.keep('cardCode', code)
  for (const { phone } of minlePersons) if (phone) known.keep('phone', phone)

  const persons = minlePersons.filter(({ phone }) => phone)
  const stock: Record<'login' | 'phone', string[]> = { login: [], phone: [] }
  let next = 0
  const person = () => persons[next++ % persons.length]!.id
  known.offer('sessions.code', stock.login)
  for (const place of ['ties', 'staff-ties']) known.offer(`${place}.code`, stock.phone)
  return {
    refill: async () => {
      while (stock.login.length < 6) stock.login.push(await town.loginCode(person()))
      while (stock.phone.length < 6) stock.phone.push(await town.phoneCode(person()))
    },
  }
}
