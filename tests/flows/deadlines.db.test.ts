import type { Action, TicketId } from '../../contract/ticket'
import { day, later, minute } from '../../contract/time'
import { good } from '../bench/product'
import { minlePersons } from '../fixtures/minle/persons'
import { openStory, step, who } from './story'

jest.setTimeout(180_000)

const people = {
  villager: who('干部是陈建华'),
  cadre: who('农技站站长'),
  colleague: minlePersons.find(({ note }) => note.includes('驻村干部、意见箱经办'))!.id,
  desk: who('农业局 副局长'),
  water: who('水利局'),
  head: who('逾期先找他'),
  leader: who('逾期第二级'),
  office: who('逾期第三级'),
  city: who('逾期最后一级'),
  inspector: who('督查组组长'),
}
type Who = keyof typeof people

let story: Awaited<ReturnType<typeof openStory<Who>>>
beforeAll(async () => (story = await openStory(people)))
afterAll(() => story?.close())

const as = (person: Who) => story.as(person)
const send = (more: object = {}) => story.send('villager', more)
const own = (id: TicketId) => story.own('villager', id)
const letter = (person: Who, id: TicketId) => story.letter(person, id)
const occasions = (person: Who, id: TicketId) => story.occasions(person, id)
const pass = (milliseconds: number, every?: number) => story.pass(milliseconds, every)
const sweep = () => story.sweep()

test('what nobody touches goes up rung by rung, each told once, and its deadline stays', async () => {
  const id = await send()
  const { dueAt } = await own(id)
  expect(dueAt).toBe('2026-11-27T01:12:00.000Z')
  await story.until(later(dueAt, -minute))
  expect((await occasions('desk', id)).filter((occasion) => occasion === 'warning')).toHaveLength(2)
  expect(await occasions('head', id)).toContain('responseMissed')
  expect(await occasions('head', id)).not.toContain('breached')
  // Due on a Friday at 9:12, looked at a minute before: a rung a working day.
  const rungs = [] as string[]
  for (let days = 0; days < 6; days++) {
    await pass(day)
    rungs.push(String((await letter('desk', id)).raised))
  }
  expect(rungs).toEqual(['1', '1', '1', '2', '3', '4'])
  for (const person of ['head', 'leader', 'office', 'city'] as const)
    expect((await occasions(person, id)).filter((occasion) => occasion === 'breached')).toHaveLength(1)
  for (const person of ['head', 'leader', 'office', 'city'] as const) expect((await letter(person, id)).can).toEqual([])
  expect((await own(id)).dueAt).toBe(dueAt)
  expect((await own(id)).timeline.map((entry) => entry.step)).toEqual(['submitted', 'raisedToLeader', 'raisedToOffice', 'raisedToCity'])
})

test('a clock that slept for a fortnight catches up, each step once', async () => {
  const id = await send()
  story.sleep(14 * day)
  await sweep()
  const steps = (await letter('desk', id)).timeline.map((entry) => entry.step)
  expect(steps).toEqual([
    ...['submitted', 'responseMissed', 'warned50', 'warned80'],
    ...['raisedToHead', 'raisedToLeader', 'raisedToOffice', 'raisedToCity'],
  ])
  await sweep()
  expect((await letter('desk', id)).timeline).toHaveLength(steps.length)
})

test('a ticket goes from unit to unit only when the other accepts, with its clock as it was', async () => {
  const id = await send()
  const params = { id }
  const { dueAt } = await own(id)
  const desk = await as('desk')
  const { items } = good(await desk('GET /v1/letters/{id}/desks', { params }))
  const water = items.find(({ name }) => name.includes('水利局'))!
  good(await desk('POST /v1/letters/{id}/offer', { params, body: { step: step(), unitId: water.id, text: '水渠归水利局管' } }))
  await sweep()
  expect(await occasions('water', id)).toContain('transferOffered')
  expect((await letter('desk', id)).deskName).toBe('北流市农业局')
  const refusing = await as('water')
  const body = { step: step(), text: '这段渠归乡镇管' }
  good(await refusing('POST /v1/letters/{id}/refuse-offer', { params, body }))
  // The answer was lost on the way, and the phone sends it again.
  good(await refusing('POST /v1/letters/{id}/refuse-offer', { params, body }))
  expect(await refusing('POST /v1/letters/{id}/refuse-offer', { params, body: { ...body, step: step() } })).toMatchObject({
    problem: 'notFound',
  })
  expect(await refusing('GET /v1/letters/{id}', { params })).toMatchObject({ problem: 'notFound' })
  good(await desk('POST /v1/letters/{id}/offer', { params, body: { step: step(), unitId: water.id, text: '已经和你们主任说好' } }))
  good(await refusing('POST /v1/letters/{id}/take-over', { params, body: { step: step() } }))
  expect(await desk('GET /v1/letters/{id}', { params })).toMatchObject({ problem: 'notFound' })
  expect(await own(id)).toMatchObject({ deskName: '北流市水利局', state: 'accepted', dueAt })
})

test('a complaint is triaged, assigned, put off once with an interim reply, resolved, and silent after 15 days', async () => {
  const id = await send({ kind: 'complaint', category: 'slow', confidential: true, cadreMayFollow: false })
  const params = { id }
  const inspector = await as('inspector')
  good(await inspector('POST /v1/letters/{id}/triage', { params, body: { step: step() } }))
  const { items } = good(await inspector('GET /v1/letters/{id}/desks', { params }))
  const unit = items.find(({ name }) => name.includes('水利局'))!
  good(await inspector('POST /v1/letters/{id}/assign', { params, body: { step: step(), unitId: unit.id } }))
  const water = await as('water')
  const body = { step: step(), workingDays: 5, text: '管子要等下周到货' }
  good(await water('POST /v1/letters/{id}/ask-extension', { params, body }))
  const { dueAt, deadline } = await own(id)
  expect(deadline).toBe(dueAt)
  good(await inspector('POST /v1/letters/{id}/grant-extension', { params, body: { step: step() } }))
  const extended = await own(id)
  expect(extended.dueAt).toBe(dueAt)
  expect(extended.deadline > dueAt).toBe(true)
  expect(extended.timeline.at(-1)).toMatchObject({ step: 'extended', text: '管子要等下周到货' })
  expect(await water('POST /v1/letters/{id}/ask-extension', { params, body: { ...body, step: step() } })).toMatchObject({
    problem: 'notInThisState',
  })
  good(await water('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: '换好了' } }))
  await pass(15 * day - minute, day)
  expect((await own(id)).state).toBe('resolved')
  await pass(minute)
  expect(await own(id)).toMatchObject({ state: 'silent', can: [] })
  expect(await occasions('villager', id)).toContain('silentClosed')
})

test('a low face opens a rectification, and whoever handled it does not call back', async () => {
  const id = await send()
  const params = { id }
  const desk = await as('desk')
  good(await desk('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: '已经处理' } }))
  const phone = await as('villager')
  good(await phone('POST /v1/tickets/{id}/confirm', { params, body: { step: step(), face: 2 } }))
  await sweep()
  expect(await occasions('desk', id)).toContain('rectify')
  const open = good(await desk('GET /v1/letters', { query: { box: 'desk', open: 'yes' } })).items
  expect(open.find((line) => line.id === id)).toMatchObject({ state: 'confirmed', decide: 'rectify' })
  good(await desk('POST /v1/letters/{id}/rectify', { params, body: { step: step(), text: '又去清了一遍' } }))
  const body = { step: step(), text: '老人家说这次可以了' }
  expect(await desk('POST /v1/letters/{id}/call-back', { params, body })).toMatchObject({ problem: 'callerHandledIt' })
  const other = await as('colleague')
  good(await other('POST /v1/letters/{id}/call-back', { params, body }))
  expect((await own(id)).rectification?.state).toBe('calledBack')
})

test('a call-back that nobody makes is told to inspection, which can open it', async () => {
  const id = await send()
  const params = { id }
  const desk = await as('desk')
  good(await desk('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: '已经处理' } }))
  good(await (await as('villager'))('POST /v1/tickets/{id}/confirm', { params, body: { step: step(), face: 1 } }))
  good(await desk('POST /v1/letters/{id}/rectify', { params, body: { step: step(), text: '又去清了一遍' } }))
  await pass(4 * day)
  expect(await occasions('inspector', id)).not.toContain('breached')
  expect(await letter('inspector', id)).toMatchObject({ decide: 'callBack' })
  await pass(5 * day)
  expect((await occasions('inspector', id)).filter((occasion) => occasion === 'breached')).toHaveLength(1)
})

test('an extension that is granted late is warned of again, and when it is over the head hears again', async () => {
  const id = await send()
  const params = { id }
  await story.until((await own(id)).dueAt)
  const breaches = async () => (await occasions('head', id)).filter((occasion) => occasion === 'breached').length
  const warnings = async () => (await occasions('cadre', id)).filter((occasion) => occasion === 'warning').length
  expect([await breaches(), await warnings()]).toEqual([1, 2])
  const body = { step: step(), workingDays: 3, text: '管子要等下周到货' }
  good(await (await as('desk'))('POST /v1/letters/{id}/ask-extension', { params, body }))
  good(await (await as('inspector'))('POST /v1/letters/{id}/grant-extension', { params, body: { step: step() } }))
  const { deadline } = await own(id)
  await story.until(later(deadline, -minute))
  expect([await breaches(), await warnings()]).toEqual([1, 4])
  await pass(minute)
  expect([await breaches(), await warnings()]).toEqual([2, 4])
})

test('what is declined may be appealed once, and starts a clock of its own', async () => {
  const id = await send()
  const params = { id }
  good(
    await (
      await as('desk')
    )('POST /v1/letters/{id}/decline', { params, body: { step: step(), reason: 'beyondRules', text: '不在补贴范围' } }),
  )
  expect((await own(id)).can).toEqual(['appeal'] satisfies Action[])
  const phone = await as('villager')
  good(await phone('POST /v1/tickets/{id}/appeal', { params, body: { step: step(), text: '隔壁家就有' } }))
  await sweep()
  expect(await occasions('inspector', id)).toContain('appealed')
  expect(await letter('inspector', id)).toMatchObject({ state: 'reopened', decide: 'appeal' })
  const { dueAt, deadline } = await own(id)
  expect(deadline > dueAt).toBe(true)
})
