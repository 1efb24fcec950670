import { ScanCommand } from '@aws-sdk/lib-dynamodb'

import { contract } from '../../contract/contract'
import { SubmitTicket } from '../../contract/ticket'
import { instant } from '../../contract/time'
import { makeSurvey } from '../../functions/local/made-survey'
import { ids } from '../../functions/pairing/roster/merge'
import { randomId, tagger } from '../../functions/platform/tag'
import { surveyStores } from '../../functions/survey'
import { asked } from '../../functions/survey/rectification'
import { good, type Product } from '../bench/product'
import { minlePersons } from '../fixtures/minle/persons'
import { blindedBy, tokenKey, tokenSecret } from '../survey/held'
import { secrets, type Town } from '../town'
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

/** Blinded tokens that are points; what is made by a pattern seldom is. */
const BLINDED = 40

/** A survey that is open, with a pack of sheets and something that it asks of a unit, and all that requests name of it. */
export async function openSurvey(known: Pool, product: Product, town: Town, sessions: readonly Session[]): Promise<void> {
  const { table } = town.database
  const now = instant(new Date())
  const officeId = ids.unit('BL00')
  const keys = { tokenKey, sealKey: 'A'.repeat(43) }
  const given = { table, tag: tagger(secrets.tagKey), officeId, title: MARK, sample: 10_000, keys, invite: [] }
  const { id, stratumId, dates } = (await makeSurvey(given, now))!
  town.windows.push({ campaignId: id, secretKey: tokenSecret, ...dates })

  const [office] = sessions.filter(({ roles }) => roles.includes('office'))
  const at = { campaignId: id, stratumId }
  const pack = { id: randomId(), ...at, blinded: [blindedBy('sheet', at)] }
  const headers = { authorization: `Bearer ${office?.token}`, 'content-type': 'application/json' }
  const printed = await product.app.request('/v1/sheet-packs', { method: 'POST', headers, body: JSON.stringify(pack) })
  if (printed.status !== 200) throw new Error(await printed.text())
  const { entries, rectifications } = surveyStores(table)
  const share = { value: 5, low: 1, high: 20 }
  const units = ['NY01', 'SL01'].map((code) => ({ unitId: ids.unit(code), name: code, asked: 40, questions: {}, money: { n: 40, share } }))
  for (const item of asked({ units }, { campaignId: id, campaignTitle: MARK, officeId, dueAt: dates.castsUntil }, now)) {
    await rectifications.add(item, now)
    known.keep('rectifications.id', item.id)
  }
  known.keep('campaignId', id)
  known.keep('surveys.id', id)
  known.keep('stratumId', stratumId)
  known.keep('packId', pack.id)
  for (const line of await entries.ofStratum(id, stratumId)) known.keep('rollId', line.id)
  for (let nth = 0; nth < BLINDED; nth++) known.keep('blinded', blindedBy(`fuzz ${nth}`, at))
  for (const code of ['NY01', 'SL01', 'GD01']) known.keep('unitIds', ids.unit(code))
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
