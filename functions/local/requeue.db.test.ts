import { day, hour } from '../../contract/time'
import { openTelling, people, type Telling } from '../../tests/fixtures/telling'
import { MOST_FAILURES, sweep } from '../notice'
import { requeue } from './requeue'

jest.setTimeout(30_000)

let telling: Telling
beforeAll(async () => void (telling = await openTelling()))
afterAll(() => telling.close())
beforeEach(() => telling.renew())

const { chen, farming } = people
const broken = () => telling.deps({ staffOf: () => Promise.reject(new Error('the roster is gone')) })

async function asideOf(...counts: number[]) {
  const items = await Promise.all(counts.map(() => telling.owing([{ to: 'desk', unitId: farming }], { title: '路灯坏了' })))
  for (let i = 0; i < MOST_FAILURES; i++) {
    await sweep(broken())
    telling.pass(2 * hour)
  }
  return items
}

test('what was set aside is listed without a word of it, put back once, and told', async () => {
  const [one, two] = await asideOf(1, 2)
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  telling.at(telling.start)
  expect(await requeue(telling.table(), { apply: false, ids: [] }, say)).toBe(0)
  expect(said.filter((line) => line.startsWith('搁置中'))).toHaveLength(2)
  expect(said.join()).toContain(one!.id)
  expect(said.join()).not.toMatch(/路灯/)
  expect(await sweep(telling.deps())).toBe(0)

  // The list is by the machine's clock; the tests' stands still before it.
  expect(await requeue(telling.table(), { apply: true, ids: [two!.id] }, say)).toBe(1)
  telling.at(new Date(Date.now() + day).toISOString() as never)
  await sweep(telling.deps())
  expect(await telling.stored(two!)).toMatchObject({ outbox: [] })
  expect(await telling.stored(two!)).not.toHaveProperty('setAside')
  expect(await telling.stored(one!)).toMatchObject({ setAside: true, outbox: [{}] })
  expect((await telling.deps().notices.about(two!.id)).map(({ cadreId }) => cadreId)).toContain(chen)

  expect(await requeue(telling.table(), { apply: true, ids: [] }, say)).toBe(1)
  expect(await requeue(telling.table(), { apply: true, ids: [] }, say)).toBe(0)
  expect(said.at(-1)).toBe('没有搁置的项目。')
})
