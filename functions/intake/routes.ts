import { intake as contract, intakeLimits } from '../../contract/intake'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { bind, type Caller } from '../platform/bind'
import { asking } from './asking'
import { OpeningPosition } from './box-openings'
import { boxes } from './boxes'
import { circle } from './circle'
import type { Deps } from './deps'
import { homes } from './homes'
import { LookupPosition } from './lookups'
import { takingDown } from './take-down'
import { type By, takerOf } from './taker'

const nowhere = { problem: 'badInput', field: 'after' } as const
const { found: MOST } = intakeLimits

/** Binds the routes of those who take words down for villagers and answer for them. */
export function routes(deps: Deps) {
  const { roster, lookups } = deps
  const known = homes(deps)
  const { earlier, send } = takingDown(deps)
  const box = boxes(deps, known)
  const desk = asking(deps)

  async function as<Answer>(caller: Caller, answer: (by: By) => Promise<Answer>): Promise<Answer | Problem<'notAllowed'>> {
    const by = await takerOf(caller, deps)
    return by ? answer(by) : { problem: 'notAllowed' }
  }

  /** What was found, cut to what is shown; the look is kept before the answer goes out. */
  async function looked(caller: Caller, kind: 'phone' | 'search', find: (most: number) => ReturnType<typeof roster.byPhone>, now: Instant) {
    return as(caller, async (by) => {
      const found = await find(MOST + 1)
      const many = found.length > MOST
      const items = found.slice(0, MOST)
      await known.keep(by, kind, items.length, now)
      return { items, many }
    })
  }

  return bind(contract, {
    'POST /v1/intake/callers': ({ body, caller, now }) => looked(caller, 'phone', (most) => roster.byPhone(body.phone, most), now),
    'GET /v1/intake/villages': ({ caller }) => as(caller, async ({ unitId }) => ({ items: await roster.villagesOf(unitId) })),
    'POST /v1/intake/households': ({ body, caller, now }) =>
      looked(caller, 'search', (most) => roster.search(body.villageId, body.search, most), now),
    'POST /v1/intake/circles': ({ body, caller, now }) =>
      as(caller, async (by) => {
        const place = await known.at(body.home, by, now)
        return 'problem' in place ? place : circle(place, by)
      }),

    'POST /v1/intake/calls': ({ body: { ticket, callerName: name, phone, home }, caller, now }) =>
      as(caller, async (by) => {
        const words = { ticket, name, phone, home }
        const again = await earlier(words)
        if (again) return again
        const place = await known.at(home, by, now)
        return 'problem' in place ? place : send(words, place, by, 'phone', now)
      }),
    'POST /v1/intake/visits': ({ body: { ticket, villagerName: name, phone, home }, caller, now }) =>
      as(caller, async (by) => {
        const words = { ticket, name, phone, home }
        const again = await earlier(words)
        if (again) return again
        // Whoever sits at a desk too has no more right on a visit than another cadre has.
        const place = await known.at(home, { ...by, roles: [] }, now)
        if ('problem' in place) return place
        return send(words, place, by, home.by === 'card' && by.roles.includes('helper') ? 'helper' : 'visit', now)
      }),

    'GET /v1/intake/colleagues': ({ caller }) =>
      as(caller, async ({ unitId, cadreId }) => ({ items: (await roster.colleaguesIn(unitId)).filter(({ id }) => id !== cadreId) })),
    'POST /v1/intake/box-openings': ({ body, caller, now }) => as(caller, (by) => box.open(body, by, now)),
    'GET /v1/intake/box-openings': ({ query: { after }, caller }) =>
      as(caller, async (by) => (after !== undefined && !OpeningPosition.safeParse(after).success ? nowhere : box.page(by, after))),
    'POST /v1/intake/box-openings/{id}/confirm': ({ params, caller, now }) => as(caller, (by) => box.confirm(params.id, by, now)),
    'POST /v1/intake/slips': ({ body, caller, now }) => as(caller, (by) => box.type(body, by, now)),

    'POST /v1/intake/inquiries': ({ body, caller, now }) => desk.ask(body, caller, now),
    'POST /v1/intake/inquiries/word': ({ body, caller, now }) => desk.word(body, caller, now),

    'GET /v1/intake/lookups': ({ query: { after }, caller }) =>
      as(caller, async ({ unitId }) => {
        if (after !== undefined && !LookupPosition.safeParse(after).success) return nowhere
        return lookups.page((await roster.countyOf(unitId)) ?? '', after)
      }),
  })
}
