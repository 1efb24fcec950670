import { Me, Session } from '../../contract/account'
import { Home } from '../../contract/pairing'
import { Letter, OwnTicket } from '../../contract/ticket'

/** 32 hex digits that begin with `n`. */
export const id = (n: number) => n.toString(16).padEnd(32, '0')

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

export const aMe = (more: object = {}) =>
  Me.parse({ accountId: id(1), villager: { tie: 'phone', serial: '0217', village: '桃冲村', group: '3 组' }, ...more })

export const aSession = (more: object = {}, me = aMe()) => Session.parse({ token: 'token-1', expiresAt: inAnHour(), me, ...more })

export const aHome = (more: object = {}) =>
  Home.parse({
    serial: '0217',
    township: '民乐镇',
    village: '桃冲村',
    group: '3 组',
    card: {
      cadreName: '陈建华',
      unitName: '北流市农业局',
      post: '农技站站长',
      phone: '19907750001',
      serviceItems: ['种养技术'],
      commitment: '每月至少上门一次。',
      visitsThisYear: 6,
    },
    office: { name: '民乐镇政府办公室', phone: '07758888888' },
    complaintLines: [
      { name: '北流市农业局 投诉电话', phone: '07751234567' },
      { name: '督查组 投诉电话', phone: '07757654321' },
    ],
    ...more,
  })

const ticket = {
  id: id(5),
  number: 'T20261118-0043',
  kind: 'help',
  category: 'other',
  urgency: 'd7',
  channel: 'app',
  state: 'inProgress',
  confidential: false,
  title: '屋后水渠堵了',
  submittedAt: '2026-11-18T01:12:00.000Z',
  dueAt: '2026-12-09T01:12:00.000Z',
  deadline: '2026-12-09T01:12:00.000Z',
  raised: 0,
  text: '屋后水渠堵了,地里进不了水。',
  media: [],
  timeline: [{ at: '2026-11-18T01:12:00.000Z', step: 'submitted', by: '您' }],
  can: ['supplement'],
}

export const anOwnTicket = (more: object = {}) => OwnTicket.parse({ ...ticket, ...more })
export const aLetter = (more: object = {}) =>
  Letter.parse({
    ...ticket,
    can: ['answer', 'resolve'],
    sender: { name: '陈小妹', phone: '19907750123', place: '桃冲村 3 组' },
    mayReveal: false,
    merged: [],
    ...more,
  })
