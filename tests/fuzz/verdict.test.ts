import * as z from 'zod/mini'

import { sentences } from '../../contract/problem'
import type { Route } from '../../contract/route'
import { type Answered, reached, wrongs } from './verdict'

const route: Route = { summary: '', roles: ['anyone'], reply: z.object({ id: z.string() }), problems: ['full'] }
const refused = (problem: keyof typeof sentences, more: object = {}) => JSON.stringify({ problem, says: sentences[problem], ...more })
const answered = (more: Partial<Answered>): Answered => ({ status: 200, text: '{"id":"a"}', method: 'POST', written: [], route, ...more })

test.each<[string, Partial<Answered>]>([
  ['status 500', { status: 500, text: refused('busy') }],
  ['an error’s inside', { status: 400, text: refused('badInput', { fields: ['at change (functions/platform/table.ts:1:2)'] }) }],
  ['no JSON', { status: 404, text: '404 Not Found' }],
  ['another form', { status: 404, text: '{"error":"no"}' }],
  ['other words', { status: 404, text: '{"problem":"notFound","says":"?"}' }],
  ['something more', { status: 404, text: refused('notFound', { id: 'x' }) }],
  ['no problem of this route', { status: 409, text: refused('noCadre') }],
  ['stored: ticket', { status: 409, text: refused('full'), written: ['allowance', 'ticket'] }],
  ['against its schema', { text: '{"id":1}' }],
  ['more than its schema', { text: '{"id":"a","senderTag":"b"}' }],
  ['HEAD', { method: 'HEAD' }],
  ['status 302', { status: 302, text: '{}' }],
])('an answer is found wrong: %s', (says, more) => {
  const found = wrongs(answered(more)).join()
  expect(found).not.toBe('')
  expect(found.replace(/'/g, '’')).toContain(says)
})

test.each<Partial<Answered>>([
  {},
  { status: 409, text: refused('full'), written: ['allowance'] },
  { status: 400, text: refused('badInput', { fields: ['text'] }) },
  { status: 200, text: '', method: 'HEAD' },
])('an answer is found right: %j', (more) => expect(wrongs(answered(more))).toEqual([]))

test('a handler is reached by what is not turned away at the door', () => {
  expect(reached(answered({}))).toBe(true)
  expect(reached(answered({ status: 404, text: refused('notFound') }))).toBe(true)
  expect(reached(answered({ status: 403, text: refused('notAllowed') }))).toBe(false)
})
