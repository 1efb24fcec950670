import { hour, later, minute } from '../../contract/time'
import { openTelling, people, type Telling } from '../../tests/fixtures/telling'
import type { How } from '../local/sandbox/faults'
import type { DispatchDeps } from './deps'
import { dispatch, sweep } from './dispatch'
import type { Addressee } from './owed'

jest.setTimeout(30_000)

let telling: Telling
beforeAll(async () => void (telling = await openTelling()))
afterAll(() => telling.close())
beforeEach(() => telling.renew())

const { chen, mo, villager } = people
const toChen: Addressee = { to: 'cadre', cadreId: chen }
const toMo: Addressee = { to: 'cadre', cadreId: mo }
const setup = (change: Partial<DispatchDeps> = {}) => telling.deps({ text: telling.text, ...change })
const texts = (id: string) => telling.arrived(id, 'sms')
const messages = (id: string) => telling.arrived(id, 'wechat')

/** Moves the clock on in steps of a minute, as the sweep does. */
async function sweepFor(minutes: number, deps: DispatchDeps) {
  for (let i = 0; i < minutes; i++) {
    telling.pass(minute)
    await sweep(deps)
  }
}

test('whoever has no WeChat account here is told by text message at once, without a word of the ticket', async () => {
  const deps = setup()
  const key = await telling.owing([toMo], { title: '路灯坏了', place: '桃冲村', category: 'danger' })
  await dispatch(key, deps)
  expect(await deps.notices.about(key.id)).toMatchObject([
    { state: 'sent', wechat: { state: 'none', tries: 0 }, sms: { state: 'sent', tries: 1 } },
  ])
  const [text] = await texts(mo)
  expect(text?.fields[1]?.value).toMatch(/^【进农家】T20261118-\d{4}\(投诉\):快到期了。请在11月19日 09:00 前处理。$/)
})

test.each<[How]>([['noGrant'], ['badOpenid'], ['badTemplate'], ['badData']])(
  'where WeChat refuses for good by %s the text message goes out at once',
  async (how) => {
    const deps = setup()
    await telling.phones.fail('send', how, 'always')
    const key = await telling.owing([toChen])
    await dispatch(key, deps)
    expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'sent', wechat: { state: 'refused' }, sms: { state: 'sent' } }])
    expect([(await messages(chen)).length, (await texts(chen)).length]).toEqual([0, 1])
    expect(await sweep(deps)).toBe(0)
  },
)

test.each([
  ['d7', 15],
  ['h2', 5],
] as const)(
  'while WeChat is away, a notice of class %s goes out as a text message after %i minutes; WeChat has it once it is back',
  async (urgency, patience) => {
    const deps = setup()
    await telling.phones.fail('send', 'busy', 'always')
    const key = await telling.owing([toChen], { urgency })
    await dispatch(key, deps)
    await sweepFor(patience - 1, deps)
    expect(await texts(chen)).toHaveLength(0)
    await sweepFor(1, deps)
    expect(await texts(chen)).toHaveLength(1)
    expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'sent', wechat: { state: 'waiting' }, sms: { state: 'sent' } }])
    await telling.phones.fail('send', 'busy', 'off')
    await sweepFor(60, deps)
    expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'sent', wechat: { state: 'sent' }, sms: { state: 'sent', tries: 1 } }])
    expect([(await messages(chen)).length, (await texts(chen)).length]).toEqual([1, 1])
  },
)

test('parked by the quota it goes out as a text message after 15 minutes', async () => {
  const deps = setup()
  await telling.phones.fail('send', 'quota', 'always')
  await dispatch(await telling.owing([toChen]), deps)
  await sweepFor(14, deps)
  expect(await texts(chen)).toHaveLength(0)
  await sweepFor(1, deps)
  expect(await texts(chen)).toHaveLength(1)
})

test.each([['has no mobile number', async () => undefined]])(
  'whoever %s and no account has it in the inbox alone, and nothing fails',
  async (_, phone) => {
    const deps = setup({ reachOf: async () => ({ accounts: [], phone }) })
    const key = await telling.owing([toMo, { to: 'sender' }])
    await dispatch(key, deps)
    expect((await deps.notices.about(key.id)).map(({ state, sms }) => [state, sms.state])).toEqual([
      ['inboxOnly', 'none'],
      ['inboxOnly', 'none'],
    ])
    expect(await sweep(deps)).toBe(0)
  },
)

test('one person gets one text message about one ticket an hour, the two-hour class excepted', async () => {
  const deps = setup()
  const key = await telling.owing([toMo], { urgency: 'h24' })
  await dispatch(key, deps)
  expect(await texts(mo)).toHaveLength(1)
  const again = async (urgency: string, step: string) => {
    const at = telling.now()
    const owed = { step, to: toMo, occasion: 'warning', at, urgency }
    await telling.owe(key, owed)
    await dispatch(key, deps)
  }
  telling.pass(20 * minute)
  await again('h24', 'a second step')
  expect(await texts(mo)).toHaveLength(1)
  await again('h2', 'a third, urgent step')
  expect(await texts(mo)).toHaveLength(2)
  await sweepFor(39, deps)
  expect(await texts(mo)).toHaveLength(2)
  await sweepFor(1, deps)
  expect(await texts(mo)).toHaveLength(3)
  // Another ticket is another matter.
  await dispatch(await telling.owing([toMo], { urgency: 'h24' }), deps)
  expect(await texts(mo)).toHaveLength(4)
})

test('a crash between sending a text message and recording it costs one more, and never a third', async () => {
  const deps = setup()
  const key = await telling.owing([toMo])
  const dying = { ...deps, notices: { ...deps.notices, change: () => Promise.reject(new Error('the machine is gone')) } }
  await dispatch(key, dying)
  expect(await deps.notices.about(key.id)).toMatchObject([{ sms: { state: 'sending', tries: 1 } }])
  for (let i = 0; i < 5; i++) {
    telling.pass(minute)
    await sweep(dying)
  }
  expect(await texts(mo)).toHaveLength(2)
  telling.pass(hour)
  await sweep(deps)
  expect(await texts(mo)).toHaveLength(2)
  expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'technicalFailure', sms: { state: 'unsure' } }])
})

test('a text message whose answer is lost is sent once more, and never a third time', async () => {
  const deps = setup()
  await telling.phones.fail('sms', 'lostAnswer', 'always')
  const key = await telling.owing([toMo])
  await dispatch(key, deps)
  await sweepFor(90, deps)
  expect(await texts(mo)).toHaveLength(2)
  expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'technicalFailure', sms: { state: 'unsure', tries: 2 } }])
})

test('what fails before a text message leaves is not taken for one that may have gone out', async () => {
  const deps = setup()
  let left = 3
  const textWaits: typeof deps.passes.textWaits = (...asked) => {
    if (left-- > 0) return Promise.reject(new Error('the database is throttled'))
    return deps.passes.textWaits(...asked)
  }
  const failing = { ...deps, passes: { ...deps.passes, textWaits } }
  const key = await telling.owing([toMo])
  await dispatch(key, failing)
  await sweepFor(40, failing)
  expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'sent', sms: { state: 'sent', tries: 4, unsure: 0 } }])
  expect(await texts(mo)).toHaveLength(1)
})

test('while the provider refuses for now the text message is tried again until it goes out, once', async () => {
  const deps = setup()
  await telling.phones.fail('sms', 'busy', 3)
  const key = await telling.owing([toMo])
  await dispatch(key, deps)
  await sweepFor(40, deps)
  expect(await deps.notices.about(key.id)).toMatchObject([{ state: 'sent', sms: { state: 'sent', tries: 4 } }])
  expect(await texts(mo)).toHaveLength(1)
})

test('what the sender of a ticket taken down on the telephone is told goes to the number that they left', async () => {
  const deps = setup({ reachOf: async () => ({ accounts: [], phone: async () => '19907750004' }) })
  await dispatch(await telling.owing([{ to: 'sender' }]), deps)
  expect(await texts(villager)).toHaveLength(1)
})

test('at night neither WeChat nor a text message goes out but for what is due in two hours; the inbox has it at once', async () => {
  const deps = setup()
  telling.at(later(telling.start, 13 * hour))
  const [late, urgent] = [await telling.owing([toChen, toMo]), await telling.owing([toChen, toMo], { urgency: 'h2' })]
  await Promise.all([dispatch(late, deps), dispatch(urgent, deps)])
  const arrivedBy = async () => [(await messages(chen)).length, (await texts(mo)).length]
  expect(await arrivedBy()).toEqual([1, 1])
  expect((await deps.notices.inbox(`cadre-${chen}`, 5)).map(({ state }) => state).sort()).toEqual(['pending', 'sent'])
  await telling.phones.agree(chen, telling.templates.staff)
  telling.at(later(telling.start, 22 * hour - 1))
  await sweep(deps)
  expect(await arrivedBy()).toEqual([1, 1])
  await sweepFor(21, deps)
  expect(await arrivedBy()).toEqual([2, 2])
})
