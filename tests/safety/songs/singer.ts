import type { client } from '../../../contract/client'
import type { contract } from '../../../contract/contract'
import { type BeginUpload, MediaId } from '../../../contract/media'
import type { Instant } from '../../../contract/route'
import { SubmitTicket, type TicketId } from '../../../contract/ticket'
import { ids } from '../../../functions/pairing/roster/merge'
import type { Clock } from '../../../functions/platform/clock'
import { randomId } from '../../../functions/platform/tag'
import type { surveyExports } from '../../../functions/survey/exports'
import { good } from '../../bench/product'
import { upload } from '../../fixtures/upload'
import type { Polls } from '../../survey/held'
import { cast, type Name } from '../cast'
import { about, aStep, unit } from '../stage'

type Phone = ReturnType<typeof client<typeof contract>>
/** A product with everything around it. */
export type World = {
  as: (name: Name) => Phone
  /** Whoever has this session, or none. */
  with: (token?: string) => Phone
  /** A request as no client of ours makes it. */
  raw: (name: Name, method: string, url: string, body: unknown) => Promise<unknown>
  /** The codes that WeChat gives a phone: for signing in, and for its number. */
  codes: (name: Name) => { login: () => Promise<string>; phone: () => Promise<string> }
  cardCode: string
  pickUpCode: (id: TicketId) => string
  /** Until all that is owed has been told. */
  settle: () => Promise<void>
  /** The same so much later; of these tickets alone where any are named. */
  later: (milliseconds: number, ...tickets: TicketId[]) => Promise<void>
  /** Once what was uploaded has been looked at. */
  looked: () => Promise<void>
  /** Makes WeChat and the text messages fail from now on, or no longer. */
  fail: (api: 'send' | 'sms', times: 'off' | 'always') => Promise<unknown>
  /** What time it is, until it is set to another one. */
  clock: Clock
  at: (now: Instant) => void
  polls: Polls
  exports: ReturnType<typeof surveyExports>
  /** This person agrees to a message of each template, once. */
  agree: (name: Name) => Promise<unknown>
}

type Ticket = { id: TicketId; number: string }
const LOOKS = 200
const PAUSE_MS = 20

/** The hands that a song needs. */
export function singer(world: World) {
  const { as } = world
  const on = ({ id }: Pick<Ticket, 'id'>) => ({ params: { id } })
  /** A ticket with these words about the water office, or as `more` says. */
  const ticket = (kind: string, words: string, more: object = {}) => {
    const only = kind === 'complaint' ? { confidential: true, cadreMayFollow: false } : {}
    return SubmitTicket.parse({ id: randomId(), kind, text: words, ...about(kind === 'complaint' ? 'SL01' : 'JT01'), ...only, ...more })
  }
  return {
    on,
    ticket,
    step: (more: object = {}) => ({ body: { step: aStep(), ...more } as never }),
    text: (value: string) => ({ body: { step: aStep(), text: value } }),
    submit: async (kind: string, words: string, more: object = {}): Promise<Ticket> =>
      good(await as('sender')('POST /v1/tickets', { body: ticket(kind, words, more) })),
    assign: async (one: Ticket, code: string) =>
      good(await as('inspector')('POST /v1/letters/{id}/assign', { ...on(one), body: { step: aStep(), unitId: unit(code) } })),
    staffOf: (name: Name) => ids.cadre(cast[name].id.replace('cadre-', '')),
    newMedia: (kind: 'photo' | 'voice') => ({ id: MediaId.parse(randomId()), kind }),
    /** Sends a file from this person's phone; how it stands once it has been looked at and judged. */
    send: async (name: Name, media: { id: MediaId; kind: 'photo' | 'voice' }, type: string, bytes: Buffer) => {
      await upload(as(name), { ...media, type } as Omit<BeginUpload, 'bytes'>, bytes)
      await world.looked()
      for (let look = 0; look < LOOKS; look++) {
        const seen = good(await as(name)('GET /v1/media/{id}', { params: { id: media.id } }))
        if (seen.state !== 'checking' && seen.state !== 'waiting') return seen
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
      throw new Error('WeChat has not judged')
    },
  }
}
export type Singer = ReturnType<typeof singer>
