import { type Action, actions, openStates, State } from '../../contract/ticket'
import { aHead, aNumber, aTicketId, aUnit, now } from '../../tests/fixtures/tickets'
import type { Head } from './head'
import { actionsFor, moves } from './moves'

const names = (text: string) => text.split(' ').filter((name) => name !== '') as Action[]
/** What may be done to an open request for help, by state and hand, beside what may be done to any. */
const everyone = { sender: 'supplement withdraw', cadre: 'answer resolve', desk: 'answer resolve offer decline askExtension merge' }
const untaken = { cadre: 'accept ask', desk: 'accept ask', inspection: 'accept ask assign' }
const taken = { cadre: 'ask', desk: 'ask', inspection: 'ask' }
const inspectionAlways = 'answer resolve decline'
type Rights = Partial<Record<'sender' | 'cadre' | 'desk' | 'inspection', string>>
const byState: Readonly<Record<State, Rights>> = {
  submitted: { ...untaken, inspection: `${untaken.inspection} triage` },
  triaged: untaken,
  assigned: untaken,
  reopened: untaken,
  accepted: taken,
  inProgress: taken,
  waiting: {},
  resolved: { sender: 'supplement confirm reopen' },
  confirmed: {},
  silent: {},
  merged: { sender: 'reopen' },
  withdrawn: {},
  declined: { sender: 'appeal' },
}
const rights = (state: State, hand: 'sender' | 'cadre' | 'desk' | 'inspection') => {
  const open = openStates.some((one) => one === state)
  const always = open ? { ...everyone, inspection: inspectionAlways }[hand] : ''
  return names(`${byState[state][hand] ?? ''} ${always}`).sort()
}
const offered = (head: Head, ...[hand]: [Parameters<typeof actionsFor>[1]]) => actionsFor(head, hand).sort()

test.each(State.def.entries ? Object.values(State.def.entries) : [])('what may be done to a ticket that is %s', (state) => {
  const head = aHead({ state })
  for (const hand of ['sender', 'cadre', 'desk', 'inspection'] as const) expect(offered(head, hand)).toEqual(rights(state, hand))
})

test('those who only watch may do nothing', () => {
  for (const hand of ['head', 'leader', 'office', 'city'] as const) expect(offered(aHead(), hand)).toEqual([])
})

test("a complaint's duplicates are for inspection alone to judge", () => {
  expect(offered(aHead({ kind: 'complaint' }), 'inspection')).toContain('merge')
  expect(offered(aHead({ kind: 'complaint' }), 'desk')).not.toContain('merge')
})

test('a transfer is answered by the unit that was asked, once; until then no other is asked', () => {
  const head = aHead({ offer: { ...aUnit(5), from: '水利局', text: '请接' } })
  expect(offered(head, 'offered')).toEqual(['refuseOffer', 'takeOver'])
  expect(offered(head, 'desk')).not.toContain('offer')
  expect(offered(aHead(), 'offered')).toEqual([])
})

describe('an extension', () => {
  const asked = { until: now, text: '等材料' }
  test('is asked for once', () => {
    for (const state of ['asked', 'granted', 'refused'] as const)
      expect(offered(aHead({ extension: { ...asked, state } }), 'desk')).not.toContain('askExtension')
  })
  test('is decided by inspection, while it is asked for', () => {
    expect(offered(aHead({ extension: { ...asked, state: 'asked' } }), 'inspection')).toEqual(
      expect.arrayContaining(['grantExtension', 'refuseExtension']),
    )
    expect(offered(aHead({ extension: { ...asked, state: 'refused' } }), 'inspection')).not.toContain('grantExtension')
  })
  test('is not for a ticket that has a clock of its own', () => {
    expect(offered(aHead({ round: { n: 1, from: now, dueAt: now } }), 'desk')).not.toContain('askExtension')
  })
})

test('an appeal is heard once', () => {
  expect(offered(aHead({ state: 'declined', appealed: true }), 'sender')).toEqual([])
})

test('a low rating is mended, then somebody calls', () => {
  const rated = (state: 'owed' | 'rectified' | 'calledBack') => aHead({ state: 'confirmed', rectification: { dueAt: now, state } })
  expect([rated('owed'), rated('rectified'), rated('calledBack')].map((head) => offered(head, 'desk'))).toEqual([
    ['rectify'],
    ['callBack'],
    [],
  ])
})

test('every action has its row, and its own step', () => {
  expect(Object.keys(moves).sort()).toEqual([...actions].sort())
  expect(new Set(Object.values(moves).map(({ step }) => step)).size).toBe(actions.length)
  // A ticket that goes on in another one can still be asked for again.
  expect(offered(aHead({ state: 'merged', mergedInto: { id: aTicketId(2), number: aNumber(2) } }), 'sender')).toEqual(['reopen'])
})
