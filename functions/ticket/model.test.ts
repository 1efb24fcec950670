// Hundreds of thousands of times a run: jest's expect takes longer than all that it looks at.
import assert from 'node:assert/strict'

import fc from 'fast-check'

import { UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { type Action, actions, isOpen, type StepId } from '../../contract/ticket'
import { later } from '../../contract/time'
import {
  aCadreId,
  aHead,
  aNumber,
  aStep,
  aSubmission,
  aTicketId,
  farming,
  now as start,
  roads,
  someResponsible,
  water,
} from '../../tests/fixtures/tickets'
import { goesUp, mayLie, superiors } from '../../tests/model/above'
import { ring } from '../../tests/model/clock'
import { type Command, command, dated, holidays } from '../../tests/model/commands'
import { DAY } from '../../tests/model/days'
import { allowed, inConflict, noMerge, whoIs } from '../../tests/model/desk'
import { act } from '../../tests/model/done'
import { accused, desks, type Name, names, people } from '../../tests/model/people'
import { handOf, mayDo, type Plain, type Who } from '../../tests/model/plain'
import { begin, scenarios } from '../../tests/model/scenarios'
import { called, mustHear, mustLearn } from '../../tests/model/told'
import { sheet, stored } from '../../tests/model/views'
import type { Calendar } from '../calendar/calendar'
import type { Addressee } from '../notice/owed'
import { capacity, isBarred, type Staff } from './access'
import { calledIn, wayUp } from './call-in'
import { inQuestion, tick } from './clock'
import { Head } from './head'
import { ladder, reachedBy } from './ladder'
import type { Hand, Move } from './moves'
import { submit } from './submit'
import { hand, handledIt, mayMerge, take, takeIn } from './ticket'

const clockSteps = [
  ...['warned50', 'warned80', 'responseMissed', 'raisedToHead', 'raisedToLeader', 'raisedToOffice', 'raisedToCity'],
  ...['waitingOver', 'silent', 'rectifyOverdue', 'callBackOverdue'],
]
const refusals = [
  ...['notFound', 'notAllowed', 'notInThisState', 'changedReplay', 'unitInConflict', 'notSameMatter', 'callerHandledIt', 'takenIn'],
]

const goingUp = [
  ...['passed head', 'passed leader', 'passed office', 'passed city'],
  ...['unread by cadre', 'unread by desk', 'unread by offered', 'unread by inspection'],
  ...['unread goes to head', 'unread goes to leader', 'unread goes to office', 'unread goes to inspection', 'unread goes to undefined'],
  ...['extended warned50', 'extended warned80', 'extended raised'],
]

const RUNS = 1000
const COMMANDS = 50

type Sent = {
  id: StepId
  who: Command['who']
  action: Action
  text: string
  face: Command['face']
  desk: number
  other: number
  workingDays: number
}

/** The other tickets of the town, with which this one may be merged. */
function others({ kind, inspectionId, householdTag }: Head): Head[] {
  const one = (n: number, more: Partial<Head> = {}) =>
    aHead({
      id: aTicketId(0x500 + n),
      number: aNumber(500 + n),
      kind,
      inspectionId,
      householdTag,
      deskId: roads.id,
      cadreId: undefined,
      ...more,
    })
  const complaint = kind === 'complaint'
  return [
    one(0),
    one(1, complaint ? { barred: [water.id] } : {}),
    one(2, { state: 'declined' }),
    one(3, { kind: complaint ? 'help' : 'complaint' }),
    one(4, { inspectionId: accused.id }),
    one(5, complaint ? { deskId: accused.id } : {}),
    one(6, { merged: [{ id: aTicketId(0x600), number: aNumber(600), at: start }] }),
  ]
}

const plainOf = (head: Head, ticket: Plain): Plain => ({
  ...ticket,
  ...{ kind: head.kind, state: head.state, barred: new Set(head.barred), desk: head.deskId, follower: head.cadreId },
  ...{ inspection: head.inspectionId, offeredTo: undefined },
})

const writing = (action: Action) => !['triage', 'assign', 'accept', 'takeOver', 'grantExtension', 'merge', 'confirm'].includes(action)

function moveOf({ id, who, action, text, face, desk, other, workingDays }: Sent, town: readonly Head[], as: Hand): Move {
  const by = who === 'sender' ? ({ side: 'sender' } as const) : ({ side: 'staff', cadreId: people[who].cadreId, name: who } as const)
  return {
    ...{ id, action, by, as },
    ...(writing(action) && { text }),
    ...(action === 'confirm' && { face }),
    ...(action === 'askExtension' && { workingDays }),
    ...((action === 'assign' || action === 'offer') && { unit: desks[desk]! }),
    ...(action === 'merge' && { into: town[other]! }),
  }
}

/** What has been written of a step: by it a repeat is told from another content. */
const written = ({ action, text, face, desk, other }: Sent) =>
  [
    action,
    writing(action) ? text : '',
    action === 'confirm' ? face : '',
    action === 'assign' || action === 'offer' ? desks[desk]!.name : '',
    action === 'merge' ? other : '',
  ].join('/')

/** One run: the product's ticket and the plain sheet side by side. */
class Run {
  now: Instant = start
  steps = 0
  readonly history: Sent[] = []
  readonly seen: string[] = []
  readonly town: readonly Head[]
  private checked: Head | undefined
  constructor(
    public head: Head,
    public ticket: Plain,
    readonly calendar: Calendar,
    /** Those above who are at their post. */
    readonly posts: Set<Name>,
  ) {
    this.town = others(head)
  }

  /** What the product does with it: as its routes do, rights first. */
  real(sent: Sent): Head | { problem: string } {
    const who = whoIs(sent.who)
    const as = who === 'sender' ? 'sender' : capacity(this.head, who)
    if (!as) return { problem: 'notFound' }
    if (as === 'head' || as === 'leader' || as === 'office' || as === 'city') return { problem: 'notAllowed' }
    const move = moveOf(sent, this.town, as)
    const repeated = this.head.timeline.some(({ id }) => id === sent.id)
    if (sent.action === 'assign' || sent.action === 'offer') return hand(this.head, desks[sent.desk]!, move, this.now, this.calendar)
    if (sent.action === 'callBack' && handledIt(this.head, move)) return { problem: 'callerHandledIt' }
    if (sent.action === 'merge') {
      const may = repeated || mayMerge(this.head, this.town[sent.other]!)
      if (may !== true) return may
    }
    return take(this.head, move, this.now, this.calendar)
  }

  /** What has to become of it; undefined: nothing changes. */
  expected(sent: Sent): { problem: string } | 'same' | 'done' {
    const who: Who = whoIs(sent.who)
    const { action, desk, other } = sent
    const hand = handOf(this.ticket, who)
    if (!hand) return { problem: 'notFound' }
    if (hand === 'watches') return { problem: 'notAllowed' }
    const earlier = this.ticket.steps.get(sent.id)
    const toDesk = action === 'assign' || action === 'offer'
    if (toDesk && inConflict(this.ticket, desk)) return { problem: 'unitInConflict' }
    if (toDesk && earlier === undefined && desks[desk]!.id === this.ticket.desk) return { problem: 'notInThisState' }
    if (action === 'callBack' && who !== 'sender' && this.ticket.handled.has(who.cadreId)) return { problem: 'callerHandledIt' }
    const no = action === 'merge' && earlier === undefined && noMerge(this.ticket, plainOf(this.town[other]!, this.ticket))
    if (no) return { problem: no }
    if (earlier !== undefined) return earlier === written(sent) ? 'same' : { problem: 'changedReplay' }
    return mayDo(this.ticket, hand, action) ? 'done' : { problem: 'notInThisState' }
  }

  send(sent: Sent) {
    const before = this.head
    const expected = this.expected(sent)
    const after = this.real(sent)
    this.seen.push(typeof expected === 'object' ? expected.problem : `${expected} ${sent.action}`)
    if (typeof expected === 'object') return assert.deepEqual(after, expected)
    if ('problem' in after) throw new Error(`${sent.action} by ${sent.who} in ${before.state}: ${after.problem}`)
    if (expected === 'same') return assert.equal(after, before)
    const was = { ...this.ticket }
    act(this.ticket, whoIs(sent.who), sent.action, { ...sent, unit: desks[sent.desk]!.id }, Date.parse(this.now))
    this.ticket.steps.set(sent.id, written(sent))
    this.history.push(sent)
    this.head = after
    this.owes(before, mustLearn(was, this.ticket, sent.action))
    assert.equal(after.timeline.length, before.timeline.length + 1)
  }

  /** Another ticket is closed in favour of this one. */
  takesIn(other: number) {
    const duplicate = this.town[other]!
    const refused = noMerge(plainOf(duplicate, this.ticket), this.ticket) ?? (isOpen(duplicate.state) ? undefined : 'notInThisState')
    const id = aStep(0x700 + this.steps++)
    const move = { id, action: 'merge', by: { side: 'staff', cadreId: aCadreId(0xe1), name: '督查组' }, into: this.head } as const
    const may = mayMerge(duplicate, this.head)
    if (may !== true) return assert.deepEqual(may, { problem: refused })
    const closed = take(duplicate, { ...move, as: this.ticket.kind === 'complaint' ? 'inspection' : 'desk' }, this.now, this.calendar)
    if ('problem' in closed) return assert.deepEqual(closed, { problem: refused })
    assert.equal(refused, undefined)
    this.head = takeIn(this.head, duplicate, move, this.now)
    const fresh = [duplicate.id, ...duplicate.merged.map((one) => one.id)].filter((one) => !this.ticket.followed.includes(one))
    this.ticket.followed = [...this.ticket.followed, ...fresh]
    for (const one of duplicate.barred) this.ticket.barred.add(one)
    this.seen.push('takenIn')
  }

  /** What is looked up for the product: whether this reaches somebody at their post who may know. */
  reaches(to: Addressee): boolean {
    const duty = to.to
    const named = (one: Staff) => ('cadreId' in to ? one.cadreId === to.cadreId : 'unitId' in to && one.unitId === to.unitId)
    return [...this.posts].some((name) => {
      const person = people[name]
      return named(person) && person.roles.some((role) => role === duty) && !isBarred(this.head, person)
    })
  }

  ticked(at: Instant): Head {
    const { head, calendar } = this
    const manned = inQuestion(head, at, calendar).filter((rung) => this.reaches(reachedBy(head, rung)!))
    return tick(head, at, calendar, manned)
  }

  wait() {
    const before = this.head
    const again = this.ticket.extension?.state === 'granted' && this.ticket.clock.round === 0
    this.head = this.ticked(this.now)
    const { done, passed } = ring(this.ticket, Date.parse(this.now), this.posts)
    assert.deepEqual(
      this.head.timeline.slice(before.timeline.length).map(({ step }) => step),
      done,
    )
    if (done.length + passed.length === 0) assert.equal(this.head, before)
    this.seen.push(...done, ...passed.map((rung) => `passed ${rung}`))
    if (again) this.seen.push(...done.map((step) => `extended ${step.replace(/To.*/, '')}`))
    this.owes(
      before,
      done.flatMap((step) => mustHear(this.ticket, step, this.posts)),
    )
  }

  /** Something has lain unread for a day: whoever is told of it can read the ticket then. */
  unread(pick: number) {
    const all = mayLie(this.ticket, farming.id)
    const lying = all[pick % all.length]!
    const role = lying.by === 'offered' ? 'desk' : lying.by
    const unread = { role, unitId: UnitId.parse(lying.unit) }
    const to = wayUp(this.head, unread).find((one) => this.reaches(one))
    const expected = goesUp(this.ticket, lying, this.posts)
    assert.equal(to && called(to), expected)
    if (to) this.head = calledIn(this.head, to, unread)
    const reader = [...this.posts].find((name) => to && capacity(this.head, people[name]))
    assert.equal(reader !== undefined, to !== undefined)
    this.seen.push(`unread by ${lying.by}`, `unread goes to ${expected?.split(' ')[0]}`)
  }

  /** Somebody above comes, or is there no longer. */
  moves(pick: number) {
    const name = superiors[pick % superiors.length]!
    if (!this.posts.delete(name)) this.posts.add(name)
  }

  owes(before: Head, demanded: readonly string[]) {
    const told = this.head.outbox.slice(before.outbox.length).map(({ to }) => called(to))
    assert.deepEqual(
      demanded.filter((one) => !told.includes(one)),
      [],
    )
    assert.deepEqual(
      told.filter((one) => this.head.barred.some((barred) => one.includes(barred))),
      [],
    )
  }

  next(one: Command) {
    const { wakeAt } = this.head
    if (one.does === 'neglect' && wakeAt && wakeAt > this.now) this.now = wakeAt
    else this.now = later(this.now, one.does === 'wait' ? one.span : one.span / 50)
    const id = aStep(0x10_000 + this.steps++)
    const likely = allowed(this.ticket, actions)
    const chosen = one.does === 'any' || likely.length === 0 ? one : likely[one.pick % likely.length]!
    const { text, face, desk, other, workingDays } = one
    const sent = { id, who: chosen.who, action: chosen.action, text, face, desk, other, workingDays }
    if (one.does === 'wait' || one.does === 'neglect') return this.wait()
    if (one.does === 'takeIn') return this.takesIn(other)
    if (one.does === 'moves') return this.moves(one.pick)
    if (one.does === 'unread') return this.unread(one.pick)
    if (one.does === 'replay' && this.history.length > 0) {
      const earlier = this.history[one.pick % this.history.length]!
      return this.send(one.changed ? { ...earlier, text: `${text}!`, action: one.action } : earlier)
    }
    // The ids of the clock's steps can be known beforehand; taking one must not keep the clock from its own.
    if (one.does === 'forged') {
      const coming = tick(this.head, later(this.now, 400 * DAY), this.calendar, ladder).timeline.slice(this.head.timeline.length)
      const taken = coming[one.pick % Math.max(1, coming.length)]?.id ?? id
      if (!this.ticket.steps.has(taken)) return this.send({ ...sent, id: taken })
    }
    this.send(sent)
  }

  /** What holds after every command. */
  check() {
    const { head } = this
    if (head === this.checked) return
    this.checked = head
    assert.deepEqual(stored(head), sheet(this.ticket))
    const knowing = names.filter((name) => capacity(head, people[name]))
    assert.deepEqual(
      knowing,
      names.filter((name) => handOf(this.ticket, people[name])),
    )
    assert.deepEqual(
      [head.deskId, head.cadreId, head.offer?.id, head.inspectionId].filter((id) => id && head.barred.includes(id)),
      [],
    )
    if (head.waitingUntil) {
      const asked = head.timeline.filter(({ step }) => step === 'asked').at(-1)!.at
      assert.ok(Date.parse(head.waitingUntil) - Date.parse(asked) <= 7 * DAY)
    }
    if (!head.wakeAt) return assert.equal(this.ticked(later(this.now, 4000 * DAY)), head)
    // Looking too early changes nothing; looking in time gets on, so that nobody is woken for ever.
    assert.equal(this.ticked(later(head.wakeAt, -1)), head)
    const woken = this.ticked(head.wakeAt)
    assert.notEqual(woken, head)
    if (woken.wakeAt) assert.equal(woken.wakeAt > head.wakeAt, true)
  }

  /** What the whole history has to show. */
  end(first: Head) {
    const { head } = this
    Head.parse(head)
    assert.deepEqual(
      [head.dueAt, head.number, head.senderTag, head.submittedAt],
      [first.dueAt, first.number, first.senderTag, first.submittedAt],
    )
    const steps = head.timeline.map(({ step }) => step)
    for (const once of ['extended', 'appealed']) assert.ok(steps.filter((step) => step === once).length <= 1)
    assert.equal(
      head.timeline.every(({ at }, i) => i === 0 || head.timeline[i - 1]!.at <= at),
      true,
    )
    const last = (...of: string[]) => head.timeline.filter(({ step }) => of.includes(step)).at(-1)
    if (head.state === 'confirmed' || head.state === 'silent') assert.ok(last('resolved')?.text)
    if (head.state === 'withdrawn' || head.state === 'declined') assert.ok(last(head.state)?.text)
    if (head.state === 'merged') assert.equal(last('merged')?.to, head.mergedInto?.number)
    // Each rung and warning once under each clock, whatever slept in between.
    let round: string[] = []
    for (const step of steps) {
      if (['reopened', 'appealed', 'extended'].includes(step)) round = []
      if (/^(warned|raisedTo|silent|rectifyOverdue|callBackOverdue)/.test(step)) {
        assert.ok(!round.includes(step))
        round.push(step)
      }
    }
  }
}

/** What a run did until it failed, one line a command. */
class Failed extends Error {}

test(`over ${RUNS} runs of ${COMMANDS} commands a ticket is what a plain sheet of paper says`, () => {
  const seen = new Map<string, number>()
  const property = fc.property(
    fc.constantFrom(...Object.keys(scenarios)),
    holidays(Date.parse(start)),
    fc.subarray([...superiors]),
    fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS }),
    (name, special, posts, commands) => {
      const calendar = dated(special)
      const scenario = scenarios[name]!
      const { input, responsible = someResponsible() } = scenario
      const given = input.about.who === 'unit' && input.about.unitId === accused.id ? { aboutUnit: accused } : {}
      const draft = submit(input, responsible, aSubmission(input, given), start, calendar)
      if ('problem' in draft) throw new Error(draft.problem)
      const first = Head.parse({ ...draft, number: aNumber(43) })
      const run = new Run(first, begin(scenario, Date.parse(start), special), calendar, new Set<Name>(posts))
      try {
        run.check()
        for (const one of commands) {
          run.next(one)
          run.check()
        }
        run.end(first)
      } catch (cause) {
        throw new Failed([`${name}, at ${run.now}:`, ...run.seen, String(cause)].join('\n'))
      }
      for (const one of run.seen) seen.set(one, (seen.get(one) ?? 0) + 1)
    },
  )
  // The trace says more than a shrunk list of fifty commands; SEED repeats it.
  const { failed, seed, errorInstance } = fc.check(property, { numRuns: RUNS, endOnFailure: true })
  if (failed) throw new Error(`SEED=${seed}`, { cause: errorInstance })
  // A model that never came to a step would say nothing about it.
  const wanted = [...actions.map((action) => `done ${action}`), ...clockSteps, ...refusals, ...goingUp]
  expect(wanted.filter((one) => (seen.get(one) ?? 0) < 3)).toEqual([])
})
