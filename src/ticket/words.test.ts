import { anOwnTicket } from '../../tests/stand-ins/makers'
import { duty, owed, progress, titleOf } from './words'

const now = Date.parse('2026-11-18T02:12:00.000Z')

it('names a complaint by its number, because its words are not shown in lists', () => {
  expect(titleOf({ kind: 'complaint', number: 'T20261118-0043' })).toBe('投诉 T20261118-0043')
})

it('says what is owed next and by when, and nothing once it is resolved', () => {
  const respondBy = '2026-11-18T09:00:00.000Z'
  expect(owed(anOwnTicket({ respondBy }), now)).toBe('今天 17:00 前答复')
  expect(owed(anOwnTicket({ respondBy: '2026-11-17T23:00:00.000Z' }), now)).toBe('答复已超 3 小时')
  expect(owed(anOwnTicket({ deadline: '2026-11-19T09:00:00.000Z' }), now)).toBe('明天 17:00 前办结')
  expect(owed(anOwnTicket({ state: 'resolved', respondBy }), now)).toBeUndefined()
})

it('tells the sender who has it and for how long, and what is asked of them', () => {
  const desk = { deskName: '水利站', deadline: '2026-11-20T03:00:00.000Z' }
  expect(progress(anOwnTicket(desk), now)).toEqual(['水利站在办', '还剩 2 天'])
  expect(progress(anOwnTicket({ ...desk, state: 'waiting' }), now)).toEqual(['水利站有话问您', '还剩 2 天'])
  expect(progress(anOwnTicket({ state: 'resolved' }), now)).toEqual(['办好了,请您看看满不满意'])
})

it('asks inspection to give a complaint to a unit before anybody is asked to answer it', () => {
  expect(duty({ kind: 'complaint', state: 'submitted' })).toEqual(['待分派', 'seal'])
  expect(duty({ kind: 'complaint', state: 'assigned', deskName: '水利局' })).toEqual(['去答复', 'seal'])
  expect(duty({ kind: 'help', state: 'submitted', deskName: '水利局' })).toEqual(['去答复', 'seal'])
})
