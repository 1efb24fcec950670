import type { Instant } from '../../contract/route'
import { StepId, SubmitTicket, type TicketId } from '../../contract/ticket'
import { hour, instant, later } from '../../contract/time'
import { openPairing } from '../../functions/pairing'
import { ids } from '../../functions/pairing/roster/merge'
import { randomId, tagger } from '../../functions/platform/tag'
import { good, openProduct } from '../bench/product'
import { minlePersons } from '../fixtures/minle/persons'
import { openTown, secrets } from '../town'

/** The id of the first of the fixture's people of whom this is said. */
export const who = (part: string) => minlePersons.find(({ label, note }) => `${label} ${note}`.includes(part))!.id

export const step = () => StepId.parse(randomId())

/** A part of the town over a clock that stands until it is moved; it begins on a Wednesday, 9:12 in Shanghai. */
export async function openStory<Who extends string>(people: Readonly<Record<Who, string>>) {
  let now: Instant = instant(new Date('2026-11-18T01:12:00.000Z'))
  const clock = () => now
  const town = await openTown({ households: /^ML01-02/, clock })
  const product = openProduct(town, { clock })
  const pairing = openPairing({ table: town.database.table, tag: tagger(secrets.tagKey) })
  const tied = new Set<Who>()

  /** The contract as this person's phone calls it now: sessions last half an hour, ties for good. */
  async function as(person: Who) {
    if (tied.has(person)) return product.with(await product.signIn(people[person]))
    tied.add(person)
    return product.as(people[person])
  }

  /** Lets the clock's function run every so often, until so much later. */
  async function pass(milliseconds: number, every = 12 * hour) {
    for (const until = later(now, milliseconds); now < until;) {
      const next = later(now, every)
      now = next < until ? next : until
      await product.sweep()
    }
  }

  return {
    as,
    pass,
    now: clock,
    sweep: () => product.sweep(),
    /** Lets time go by in which nobody looks, nor the clock. */
    sleep: (milliseconds: number) => void (now = later(now, milliseconds)),
    until: (at: Instant) => pass(Math.max(0, Date.parse(at) - Date.parse(now))),
    send: async (by: Who, more: object = {}): Promise<TicketId> => {
      const body = SubmitTicket.parse({ id: randomId(), kind: 'help', about: { who: 'unknown' }, text: '屋后的水渠堵了半个月', ...more })
      const { id } = good(await (await as(by))('POST /v1/tickets', { body }))
      await product.sweep()
      return id
    },
    /** What this person's inbox says of the ticket, newest first. */
    occasions: async (person: Who, id: TicketId) =>
      good(await (await as(person))('GET /v1/inbox', { query: {} }))
        .items.filter(({ ticket }) => ticket?.id === id)
        .map(({ occasion }) => occasion),
    letter: async (person: Who, id: TicketId) => good(await (await as(person))('GET /v1/letters/{id}', { params: { id } })),
    /** What somebody gets who may not know of it. */
    refused: async (person: Who, id: TicketId) => (await as(person))('GET /v1/letters/{id}', { params: { id } }),
    own: async (by: Who, id: TicketId) => good(await (await as(by))('GET /v1/tickets/{id}', { params: { id } })),
    /** From now on another cadre leads the household. */
    changeLead: async (household: string, cadre: string) => good(await pairing.changeLead(ids.household(household), ids.cadre(cadre), now)),
    close: () => town.close(),
  }
}
