import { randomInt } from 'node:crypto'

import { Entity } from 'electrodb'

import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { change, landed, type Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import { attempt, PhoneCode, renew, spent } from './phone-code'

const must = { type: 'string', required: true } as const
const count = { type: 'number', required: true } as const

const model = {
  model: { entity: 'phoneCode', version: '1', service: 'jnj' },
  attributes: { id: must, version: count, codeTag: must, expiresAt: must, tries: count, day: must, sentThatDay: count },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** Codes sent by SMS; one item a number, keyed by the number's tag. */
export function phoneCodes({ client, name }: Table, tag: Tag) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: string): Promise<PhoneCode | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true })
    return data ? PhoneCode.parse(data) : undefined
  }
  const access = (id: string) => ({
    read: () => get(id),
    write: (next: PhoneCode, from: number) =>
      landed(
        entity
          .put(next)
          .where(({ version }, { eq }) => eq(version, from))
          .go(),
      ),
  })
  const idOf = (phone: string) => tag('phone-code', phone)
  const codeTag = (phone: string, code: string) => tag('phone-code-digits', `${phone}:${code}`)
  return {
    /** A new six-digit code for this number, and until when it is good. */
    make: async (
      phone: string,
      now: Instant,
    ): Promise<{ code: string; expiresAt: Instant } | Problem<'tooManyTries' | 'changedMeanwhile'>> => {
      const [id, code] = [idOf(phone), String(randomInt(1_000_000)).padStart(6, '0')]
      const former = await get(id)
      const next = renew(id, former, codeTag(phone, code), now)
      if ('problem' in next) return next
      const kept = { ...next, version: next.version + 1 }
      const written = former ? await access(id).write(kept, former.version) : await landed(entity.create(kept).go())
      return written ? { code, expiresAt: kept.expiresAt } : { problem: 'changedMeanwhile' }
    },
    /** Whether `code` is the one last sent to this number; each call is one of its five tries, and a right one works once. */
    check: async (
      phone: string,
      code: string,
      now: Instant,
    ): Promise<true | Problem<'codeWrong' | 'codeExpired' | 'tooManyTries' | 'changedMeanwhile'>> => {
      const tried = await change<PhoneCode, Problem<'codeExpired' | 'tooManyTries'>>(access(idOf(phone)), (item) => attempt(item, now))
      if ('problem' in tried) {
        const { problem } = tried
        return { problem: problem === 'notFound' ? 'codeExpired' : problem }
      }
      if (tried.codeTag !== codeTag(phone, code)) return { problem: 'codeWrong' }
      return (await access(idOf(phone)).write({ ...spent(tried, now), version: tried.version + 1 }, tried.version))
        ? true
        : { problem: 'changedMeanwhile' }
    },
  }
}
export type PhoneCodes = ReturnType<typeof phoneCodes>
