import { Occasion, occasions } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { kinds } from '../../contract/ticket'
import { sandboxTemplates, wrongField } from '../local/sandbox/templates'
import { messageOf } from './message'
import { Notice, roles } from './notice'

const facts = (more: Record<string, unknown>) =>
  Notice.parse({
    ...{ id: '0'.repeat(32), version: 1, addressee: `cadre-${'1'.repeat(32)}`, sourceId: '2'.repeat(32), source: { pk: 'p', sk: 's' } },
    ...{ at: '2026-11-18T01:00:00.000Z', state: 'pending', tries: 0, role: 'cadre', occasion: 'letterArrived' },
    ...more,
  })

const every = Object.keys(occasions).flatMap((occasion) =>
  roles.flatMap((role) =>
    [undefined, ...Object.keys(kinds)].flatMap((kind) =>
      [undefined, '2026-12-31T15:59:00.000Z'].map((deadline) => ({
        ...{ occasion: Occasion.parse(occasion), role, kind, deadline },
        number: kind && 'T20261231-123456',
        ticketId: kind && 'a'.repeat(32),
      })),
    ),
  ),
)

test('every message that can be made has the form that its template asks for', () => {
  expect(every.length).toBe(Object.keys(occasions).length * roles.length * 4 * 2)
  for (const one of every) {
    const { data } = messageOf(facts(one))
    const filled = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]))
    expect([one, wrongField(sandboxTemplates.staff, filled)]).toEqual([one, undefined])
    expect(Object.keys(data)).toEqual(Object.keys(sandboxTemplates.staff.fields))
  }
})

test.each([
  [{ role: 'sender', occasion: 'answered', ticketId: 'a'.repeat(32) }, `villager/ticket/screen?id=${'a'.repeat(32)}`],
  [{ role: 'desk', occasion: 'letterArrived', ticketId: 'a'.repeat(32) }, `cadre/letter/screen?id=${'a'.repeat(32)}`],
  [{ role: 'cadre', occasion: 'tieAsked' }, 'cadre/requests/screen'],
  [{ role: 'sender', occasion: 'tieConfirmed' }, 'pages/home/screen'],
])('a tap on the message opens where it is dealt with', (notice, page) => {
  expect(messageOf(facts(notice)).page).toBe(page)
})

test('the villager reads until when it will be done, staff until when they have to act', () => {
  const deadline = Instant.parse('2026-11-25T09:00:00.000Z')
  expect(messageOf(facts({ deadline, role: 'sender' })).data.thing4).toBe('最迟11月25日 17:00 办好')
  expect(messageOf(facts({ deadline })).data.thing4).toBe('请在11月25日 17:00 前处理')
})
