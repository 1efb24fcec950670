import fc from 'fast-check'

import { AccountId } from '../../contract/account'
import { DESKTOP_CODE_SIGNS, DesktopCode, desktopLimits } from '../../contract/desktop'
import { Instant } from '../../contract/route'
import { hour, later, minute } from '../../contract/time'
import { tagger } from '../platform/tag'
import { approve, ask, type DesktopSignIn, end, isOpen, open, refuse } from './desktop'
import { checkOf, codeOf } from './desktop-code'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const hex = (n: number) => n.toString(16).padStart(32, '0')
const [cadre, other] = [AccountId.parse(hex(1)), AccountId.parse(hex(2))]
const waiting = ask({ id: hex(3), signInId: hex(4), secretHash: 'right', machine: 'windows' }, now)
const done = (answer: DesktopSignIn | { problem: string }): DesktopSignIn => {
  if ('problem' in answer) throw new Error(answer.problem)
  return answer
}
const approved = done(approve(waiting, cadre, now))
const opened = done(open(approved, 'right', now))

describe('a desktop that asks to be signed in', () => {
  test('has nothing while the phone has not decided', () => {
    expect(open(waiting, 'right', now)).toBe(waiting)
  })
  test('is opened once, by whoever holds the secret', () => {
    expect(open(approved, 'wrong', now)).toEqual({ problem: 'desktopGone' })
    expect(opened).toMatchObject({ state: 'open', accountId: cadre })
    expect(open(opened, 'right', now)).toEqual({ problem: 'desktopGone' })
  })
  test('can be approved and fetched for three minutes', () => {
    const late = later(now, desktopLimits.validMinutes * minute)
    expect(approve(waiting, cadre, late)).toEqual({ problem: 'desktopGone' })
    expect(open(approved, 'right', late)).toEqual({ problem: 'desktopGone' })
  })
  test('is the first approver’s; a second tap changes nothing, another person is refused', () => {
    expect(approve(approved, cadre, now)).toBe(approved)
    expect(approve(approved, other, now)).toEqual({ problem: 'desktopGone' })
    expect(refuse(approved, now)).toEqual({ problem: 'desktopGone' })
  })
  test('learns that the phone refused, and cannot be approved any more', () => {
    const refused = done(refuse(waiting, now))
    expect(open(refused, 'right', now)).toEqual({ problem: 'desktopRefused' })
    expect(approve(refused, cadre, now)).toEqual({ problem: 'desktopGone' })
  })
})

describe('a desktop that is signed in', () => {
  test('stays so for eight hours at most', () => {
    const last = later(now, desktopLimits.sessionHours * hour)
    expect(isOpen(opened, Instant.parse(later(last, -1)))).toBe(true)
    expect(isOpen(opened, last)).toBe(false)
  })
  test('is left for good', () => {
    const ended = done(end(opened))
    expect(isOpen(ended, now)).toBe(false)
    expect(end(ended)).toBe(ended)
    expect(end(approved)).toEqual({ problem: 'desktopGone' })
  })
})

describe('a desktop’s code', () => {
  const tag = tagger('k'.repeat(32))

  test('has eight signs that are typed back however people write them', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const code = codeOf(hex(n), tag)
        expect(code).toHaveLength(DESKTOP_CODE_SIGNS)
        const typed = `${code.slice(0, 4)} - ${code.slice(4)}`.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
        expect(DesktopCode.parse(typed)).toBe(code)
        expect(checkOf(hex(n), tag)).toMatch(/^\d{2}$/)
      }),
    )
  })
  test.each(['', 'ABCD', 'ABCDEFGHJ', 'ABCD-EFG!'])('%j is none', (typed) => {
    expect(DesktopCode.safeParse(typed).success).toBe(false)
  })
})
