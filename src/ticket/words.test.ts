import { anOwnTicket } from '../../tests/stand-ins/makers'
import { owed, progress, stepsOf, titleOf } from './words'

const now = Date.parse('2026-11-18T02:12:00.000Z')
const looks = (state: Parameters<typeof stepsOf>[0]) =>
  stepsOf(state, anOwnTicket().timeline, now).map(({ title, look }) => `${title} ${look}`)

it('marks where it stands and greys what comes next', () => {
  expect(looks('inProgress')).toEqual(['已收到 now', '办结答复 todo', '请您评价 todo'])
  expect(looks('resolved')).toEqual(['已收到 done', '请您评价 now'])
  expect(looks('confirmed')).toEqual(['已收到 done'])
})

it('says who did what when, in Shanghai', () => {
  const timeline = anOwnTicket({
    timeline: [
      { at: '2026-11-18T01:12:00.000Z', step: 'submitted', by: '您' },
      { at: '2026-11-18T02:05:00.000Z', step: 'assigned', by: '督查组', text: '北流市水利局' },
      { at: '2026-11-19T08:40:00.000Z', step: 'confirmed', by: '您', face: 4 },
    ],
  }).timeline
  expect(stepsOf('confirmed', timeline, now)).toMatchObject([
    { title: '已收到', small: ['11月18日 09:12', '您交的'] },
    { title: '已转给 北流市水利局', text: undefined, small: ['11月18日 10:05', '督查组'] },
    { title: '您评价:好', small: ['11月19日 16:40', '您'] },
  ])
})

it('names a complaint by its number, because its words are not shown in lists', () => {
  expect(titleOf({ kind: 'complaint', number: 'T20261118-0043' })).toBe('投诉 T20261118-0043')
})

it('says what is owed next and by when, and nothing once it is resolved', () => {
  const respondBy = '2026-11-18T09:00:00.000Z'
  expect(owed(anOwnTicket({ respondBy }), now)).toBe('今天 17:00 前答复')
  expect(owed(anOwnTicket({ respondBy: '2026-11-17T23:00:00.000Z' }), now)).toBe('答复已超 3 小时')
  expect(owed(anOwnTicket({ dueAt: '2026-11-19T09:00:00.000Z' }), now)).toBe('明天 17:00 前办结')
  expect(owed(anOwnTicket({ state: 'resolved', respondBy }), now)).toBeUndefined()
})

it('tells the sender who has it and for how long', () => {
  expect(progress(anOwnTicket({ deskName: '水利站', dueAt: '2026-11-20T03:00:00.000Z' }), now)).toEqual(['水利站在办', '还剩 2 天'])
  expect(progress(anOwnTicket({ state: 'resolved' }), now)).toEqual(['办好了,请您看看满不满意'])
})
