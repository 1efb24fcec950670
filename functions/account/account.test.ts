import { AccountId, smsLimits, TieRequestId } from '../../contract/account'
import { CadreId, HouseholdId, VillageId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { day, later, minute } from '../../contract/time'
import { newAccount, tieTo } from './account'
import { attempt, type PhoneCode, renew, spent } from './phone-code'
import { answer, ask } from './tie-request'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const hex = (n: number) => n.toString(16).padStart(32, '0')
const household = { householdId: HouseholdId.parse(hex(1)), villageId: VillageId.parse(hex(2)) }
const account = newAccount(AccountId.parse(hex(3)), 'oTest')

describe('a tie to a household', () => {
  const proven = tieTo(account, { ...household, by: 'phone', at: now }, '19907750001')

  test('proven by telephone is not weakened by a confirmation of the same household', () => {
    expect(tieTo(proven, { ...household, by: 'confirmed', at: now }).tie?.by).toBe('phone')
  })
  test('to another household takes its place', () => {
    const other = { ...household, householdId: HouseholdId.parse(hex(9)) }
    expect(tieTo(proven, { ...other, by: 'confirmed', at: now }).tie).toMatchObject({ ...other, by: 'confirmed' })
  })
})

describe('a code by SMS', () => {
  const made = (former?: PhoneCode, at = now) => {
    const next = renew(hex(5), former, hex(6), at)
    if ('problem' in next) throw new Error(next.problem)
    return next
  }
  const tried = (code: PhoneCode, times: number): PhoneCode => (times === 0 ? code : tried(attempt(code, now) as PhoneCode, times - 1))

  test('can be tried five times', () => {
    const code = tried(made(), smsLimits.tries)
    expect(attempt(code, now)).toEqual({ problem: 'tooManyTries' })
  })
  test('runs out after ten minutes, and works once', () => {
    expect(attempt(made(), later(now, smsLimits.validMinutes * minute))).toEqual({ problem: 'codeExpired' })
    expect(attempt(spent(made(), now), now)).toEqual({ problem: 'codeExpired' })
  })
  test('is sent to one number five times a day, and again the next', () => {
    let code = made()
    for (let sent = 1; sent < smsLimits.perNumberPerDay; sent++) code = made(code)
    expect(renew(hex(5), code, hex(6), now)).toEqual({ problem: 'tooManyTries' })
    expect(made(code, later(now, day)).sentThatDay).toBe(1)
  })
})

describe('a request to be tied', () => {
  const asked = {
    id: TieRequestId.parse(hex(7)),
    accountId: account.id,
    householdId: household.householdId,
    cadreId: CadreId.parse(hex(8)),
    name: '陈三',
  }
  const request = ask(asked, now)

  test('tells the cadre, and its answer tells whoever asked', () => {
    expect(request.outbox).toMatchObject([{ to: { to: 'cadre', cadreId: asked.cadreId }, occasion: 'tieAsked' }])
    expect(answer(request, true, now)).toMatchObject({
      state: 'confirmed',
      outbox: [{}, { to: { to: 'sender' }, occasion: 'tieConfirmed' }],
    })
  })
  test('is answered once; the same answer again changes nothing', () => {
    const refused = answer(request, false, now)
    if ('problem' in refused) throw new Error(refused.problem)
    expect(answer(refused, false, now)).toBe(refused)
    expect(answer(refused, true, now)).toEqual({ problem: 'alreadyAnswered' })
  })
})
