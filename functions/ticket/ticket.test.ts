import fc from 'fast-check'

import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { type Action, actions, type Face, StepId, SubmitTicket, TicketId } from '../../contract/ticket'
import { later, minute } from '../../contract/time'
import { capacity, type Person } from './access'
import { Head } from './head'
import { type Responsible, submit } from './submit'
import { actionsFor, assign, type Move, moves, take } from './ticket'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const hex = (n: number) => n.toString(16).padStart(32, '0')
const unit = (n: number) => ({ id: UnitId.parse(hex(n)), name: `单位${n}` })
const cadre = { id: CadreId.parse(hex(0xc1)), name: '陈建华', unit: unit(1) }
const [office, inspection, water] = [unit(2), unit(3), unit(4)]
const responsible: Responsible = { cadre, office, inspection, place: '桃冲村 3 组' }

const aboutCadre = { who: 'myCadre' } as const
const aboutWater = { who: 'unit', unitId: water.id } as const
const complaint = (more: object = {}) =>
  SubmitTicket.parse({
    id: hex(9),
    kind: 'complaint',
    about: aboutCadre,
    text: '屋后水渠堵了。没人管',
    confidential: true,
    cadreMayFollow: false,
    ...more,
  })
const help = (more: object = {}) =>
  SubmitTicket.parse({ id: hex(9), kind: 'help', about: { who: 'unknown' }, text: '猪不吃料。想找兽医', ...more })

function sent(input: SubmitTicket, from: Partial<Responsible> = {}) {
  const aboutUnit = input.about.who === 'unit' ? water : undefined
  const head = submit(input, { ...responsible, ...from }, { senderTag: hex(7), aboutUnit }, now)
  if ('problem' in head) throw new Error(head.problem)
  return Head.parse({ ...head, number: 'T20261118-0043' })
}
const person = (cadreId: CadreId, unitId: UnitId): Person => ({ cadreId, unitId, roles: ['cadre', 'desk', 'inspection'] })
const stranger = CadreId.parse(hex(0xc9))

describe('submitting', () => {
  test('a request for help goes to the paired cadre and the desk of the unit', () => {
    const head = sent(help())
    expect(head.outbox.map(({ to }) => to)).toEqual([
      { to: 'desk', unitId: cadre.unit.id },
      { to: 'cadre', cadreId: cadre.id },
    ])
    expect(head.title).toBe('猪不吃料')
  })

  test.each([
    ['猪不吃料,想找兽医。谢谢', '猪不吃料,想找兽医'],
    ['屋后的水渠堵了半个月,地里进不了水,请来看看', '屋后的水渠堵了半个月'],
    ['屋后的水渠堵了整整半个月没有人来修过一次', '屋后的水渠堵了整整半个月没有人来…'],
  ])('the title of “%s” is “%s”', (text, title) => {
    expect(sent(help({ text })).title).toBe(title)
  })

  test('a complaint reaches inspection alone, names whom it is about, and carries no word or place in its head', () => {
    const head = sent(complaint())
    expect(head.outbox.map(({ to }) => to)).toEqual([{ to: 'inspection', unitId: inspection.id }])
    expect(head.aboutName).toBe('单位1 陈建华')
    expect(JSON.stringify(head)).not.toMatch(/水渠|桃冲/)
    expect(head.cadreId).toBeUndefined()
  })

  test('the cadre follows a complaint about somebody else if the villager says so', () => {
    const head = sent(complaint({ about: aboutWater, cadreMayFollow: true }))
    expect(head.outbox.map(({ to }) => to.to)).toEqual(['inspection', 'cadre'])
    expect(capacity(head, person(cadre.id, cadre.unit.id))).toBe('cadre')
  })

  test.each([
    ['about the cadre', { about: aboutCadre }],
    ["about the cadre's unit", { about: { who: 'unit', unitId: cadre.unit.id } }],
  ])('following is refused for a complaint %s', (_, about) => {
    const input = complaint({ ...about, cadreMayFollow: true })
    expect(submit(input, responsible, { senderTag: hex(7), aboutUnit: cadre.unit }, now)).toEqual({ problem: 'notOfferedHere' })
  })

  test('without a cadre, the township office gets it', () => {
    const head = sent(help(), { cadre: undefined })
    expect(head.outbox.map(({ to }) => to)).toEqual([{ to: 'desk', unitId: office.id }])
    expect(submit(help({ about: aboutCadre }), { ...responsible, cadre: undefined }, { senderTag: hex(7) }, now)).toEqual({
      problem: 'noCadre',
    })
  })
})

describe('a complaint stays hidden from those it is about', () => {
  const kinds = [complaint(), complaint({ about: aboutWater }), complaint({ about: { who: 'unknown' } })]
  test.each(kinds)('$about', (input) => {
    const head = sent(input)
    const accused = input.about.who === 'unit' ? person(stranger, water.id) : person(cadre.id, cadre.unit.id)
    // Whatever roles they hold, and whichever desk it came to.
    const everywhere = { ...head, deskId: accused.unitId, inspectionId: accused.unitId }
    expect(capacity(everywhere, accused)).toBeUndefined()
  })

  test('it cannot be handed to the unit it is about', () => {
    const step = { id: StepId.parse(hex(21)), by: { side: 'staff' as const, cadreId: stranger, name: '督查组' } }
    expect(assign(sent(complaint({ about: aboutWater })), water, step, now)).toEqual({ problem: 'unitInConflict' })
    expect(assign(sent(complaint({ about: aboutWater })), office, step, now)).toMatchObject({ state: 'assigned', deskId: office.id })
  })
})

describe('the state machine', () => {
  const command = fc.record({
    action: fc.constantFrom(...actions),
    step: fc.integer({ min: 100, max: 140 }),
    text: fc.constantFrom('好', '再看看'),
    face: fc.constantFrom<Face>(1, 2, 3, 4, 5),
    minutes: fc.nat({ max: 5000 }),
  })
  type Command = typeof command extends fc.Arbitrary<infer T> ? T : never
  const moveOf = ({ action, step, text, face }: Command): Move => {
    const bySender = ['supplement', 'confirm', 'reopen'].includes(action)
    const by = bySender ? ({ side: 'sender' } as const) : ({ side: 'staff', cadreId: stranger, name: '水利局 刘工' } as const)
    return {
      id: StepId.parse(hex(step)),
      action,
      by,
      ...(action === 'confirm' ? { face } : action === 'accept' || action === 'assign' ? {} : { text }),
    }
  }
  /** The plain reference: state and steps taken, nothing else. */
  const reference = {
    leads: {
      assign: 'assigned',
      accept: 'accepted',
      answer: 'inProgress',
      resolve: 'resolved',
      confirm: 'confirmed',
      reopen: 'reopened',
    } as Partial<Record<Action, string>>,
    allowed: (state: string, action: Action) => {
      if (state === 'confirmed') return false
      if (action === 'confirm' || action === 'reopen') return state === 'resolved'
      if (action === 'supplement') return true
      if (state === 'resolved') return false
      return action === 'answer' || action === 'resolve' || ['submitted', 'assigned', 'reopened'].includes(state)
    },
  }

  test('does what the plain reference does over random sequences, and nothing moves the clock', () => {
    fc.assert(
      fc.property(fc.constantFrom(complaint(), help()), fc.array(command, { maxLength: 50 }), (input, commands) => {
        let head = sent(input)
        const start = head
        let [state, at] = ['submitted', now]
        const taken = new Map<number, Command>()
        for (const one of commands) {
          at = later(at, one.minutes * minute)
          const move = moveOf(one)
          const next = one.action === 'assign' ? assign(head, office, move, at) : take(head, move, at)
          const earlier = taken.get(one.step)
          if (earlier) {
            const same = JSON.stringify(moveOf(earlier)) === JSON.stringify(move)
            expect(next).toEqual(same ? head : { problem: 'changedReplay' })
          } else if (reference.allowed(state, one.action)) {
            state = reference.leads[one.action] ?? state
            taken.set(one.step, one)
            if ('problem' in next) throw new Error(`${one.action} in ${head.state}: ${next.problem}`)
            head = next
          } else {
            expect(next).toEqual({ problem: 'notInThisState' })
          }
          expect(head.state).toBe(state)
          expect(head.timeline).toHaveLength(taken.size + 1)
          expect([head.dueAt, head.number, head.senderTag, head.barred]).toEqual([start.dueAt, start.number, start.senderTag, start.barred])
        }
        // Whoever is told by the whole history, it is never somebody barred.
        for (const { to } of head.outbox) expect(head.barred).not.toContain('cadreId' in to ? to.cadreId : 'unitId' in to ? to.unitId : '')
        Head.parse(head)
      }),
      { numRuns: 1000, verbose: 1 },
    )
  })

  test('every action that is offered is allowed, and no other', () => {
    for (const state of Object.values(moves).flatMap(({ from }) => from)) {
      const head = { ...sent(help()), state }
      const offered = [...actionsFor(head, 'sender'), ...actionsFor(head, 'inspection')].sort()
      expect(offered).toEqual(actions.filter((action) => reference.allowed(state, action)).sort())
    }
    expect(actionsFor(sent(help()), 'desk')).not.toContain('assign')
  })

  test('a full timeline still takes the steps that end it', () => {
    const full = (length: number) => ({
      ...sent(help()),
      timeline: Array.from({ length }, (_, i) => ({ ...sent(help()).timeline[0]!, id: StepId.parse(hex(500 + i)) })),
    })
    const step = (action: Action): Move => ({ id: StepId.parse(hex(2)), action, by: { side: 'sender' }, text: '好' })
    expect(take(full(180), step('supplement'), now)).toEqual({ problem: 'full' })
    expect(take(full(180), step('resolve'), now)).toMatchObject({ state: 'resolved' })
    expect(take(full(200), step('resolve'), now)).toEqual({ problem: 'full' })
  })
})

test('ticket ids and first steps are one', () => expect(sent(help()).timeline[0]!.id).toBe(TicketId.parse(hex(9))))
