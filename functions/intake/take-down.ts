import { type Home, isMobile, type Taken } from '../../contract/intake'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { SubmitTicket } from '../../contract/ticket'
import type { Deps, Place } from './deps'
import { inConflict, type Way } from './intake'
import { pickUpCode } from './pick-up'
import type { By } from './taker'

/** A villager's words with what is said beside them. */
export type Words = { ticket: SubmitTicket; name?: string; phone?: string; home?: Home }

/** How each way is named in the timeline, after who wrote it down. */
const wrote: Readonly<Record<Way, (name: string) => string>> = {
  phone: (name) => `${name} 接电话记下`,
  box: (name) => `${name} 照意见箱里的信录入`,
  visit: (name) => `干部 ${name} 代写`,
  helper: (name) => `帮办员 ${name} 代写`,
}

const ANONYMOUS = '没有留名'

/** Takes words down for somebody without an account. */
export function takingDown({ tickets, tag }: Pick<Deps, 'tickets' | 'tag'>) {
  const codeOf = pickUpCode(tag)
  const taken = ({ id, number }: Pick<Taken, 'id' | 'number'>, phone: string | undefined): Taken => ({
    ...{ id, number, pickUpCode: codeOf(id) },
    told: phone !== undefined && isMobile(phone) ? 'sms' : 'none',
  })
  return {
    /** The answer that this id got earlier for the same words; undefined where it is new. */
    earlier: async ({ ticket, name, phone, home }: Words): Promise<Taken | Problem<'changedReplay'> | undefined> => {
      const earlier = await tickets.earlier(ticket, [name, phone, home])
      return earlier && ('problem' in earlier ? earlier : taken(earlier, phone))
    },

    /** Stores the words, unless they are a complaint that `by` must not take: then nothing is stored. */
    send: async ({ ticket, name, phone, home }: Words, { household, responsible }: Place, by: By, way: Way, now: Instant) => {
      const sent = { householdId: household?.id, cadre: responsible.cadre }
      if (inConflict(ticket, sent, by, way)) return { problem: 'takerInConflict' } as const
      const sender = { householdId: household?.id, name: name ?? ANONYMOUS, phone, place: responsible.place }
      const from = {
        ...{ channel: way, sender, responsible, uploader: by.accountId, also: [name, phone, home] },
        takenBy: `${by.unitName} ${wrote[way](by.name)}`,
        tellSender: phone !== undefined && isMobile(phone),
      }
      const head = await tickets.send(ticket, from, now)
      return 'problem' in head ? head : taken(head, phone)
    },
  }
}
