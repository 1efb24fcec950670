import { steps } from '../../contract/ticket'
import { anOwnTicket } from '../../tests/stand-ins/makers'
import { stepsOf } from './steps'

const now = Date.parse('2026-11-18T02:12:00.000Z')
const looks = (more: object) => stepsOf(anOwnTicket(more), 'sender', now).map(({ title, look }) => `${title} ${look}`)
const at = '2026-11-18T01:12:00.000Z'
const submitted = { at, step: 'submitted', by: '您' }

it('marks where it stands and greys what comes next', () => {
  expect(looks({ state: 'inProgress' })).toEqual(['已收到 now', '办结答复 todo', '请您评价 todo'])
  expect(looks({ state: 'resolved' })).toEqual(['已收到 done', '请您评价 now'])
  for (const state of ['confirmed', 'silent', 'withdrawn', 'declined', 'merged']) expect(looks({ state })).toEqual(['已收到 done'])
})

it('says after a low face that somebody will mend it and another will call', () => {
  const low = (state: string) => looks({ state: 'confirmed', rectification: { dueAt: at, state } })
  expect(low('owed')).toEqual(['已收到 done', '单位整改 now', '换人打电话回访您 todo'])
  expect(low('rectified')).toEqual(['已收到 done', '换人打电话回访您 now'])
  expect(low('calledBack')).toEqual(['已收到 done'])
})

it('says who did what when, in Shanghai', () => {
  const timeline = [
    submitted,
    { at: '2026-11-18T02:05:00.000Z', step: 'assigned', by: '督查组', to: '北流市水利局' },
    { at: '2026-11-19T08:40:00.000Z', step: 'confirmed', by: '您', face: 4 },
  ]
  expect(stepsOf(anOwnTicket({ state: 'confirmed', timeline }), 'sender', now)).toMatchObject([
    { title: '已收到', small: ['11月18日 09:12', '您交的'] },
    { title: '已转给 北流市水利局', small: ['11月18日 10:05', '督查组'] },
    { title: '您评价:好', small: ['11月19日 16:40', '您'] },
  ])
})

it('says until when it was extended, with the interim reply, and that it was escalated by itself', () => {
  const timeline = [submitted, { at, step: 'extended', by: '督查组', text: '挖机下周才到' }, { at, step: 'raisedToOffice', by: '系统' }]
  const ticket = anOwnTicket({ timeline, extendedTo: '2026-12-03T10:00:00.000Z' })
  expect(stepsOf(ticket, 'sender', now)).toMatchObject([
    { title: '已收到' },
    { title: '已延期到 12月3日', text: '挖机下周才到' },
    { title: '还没办好,已上报县级办公室', small: ['11月18日 09:12'], look: 'now' },
    { title: '办结答复' },
    { title: '请您评价' },
  ])
})

it('has words for every step that a timeline may hold', () => {
  const timeline = steps.map((step) => ({ at, step, by: '水利局 刘', to: 'T20261118-0044' }))
  for (const { title } of stepsOf(anOwnTicket({ timeline }), 'staff', now)) expect(title).toMatch(/[\u4e00-\u9fff]/)
})
