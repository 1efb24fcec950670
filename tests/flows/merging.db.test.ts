import type { TicketId } from '../../contract/ticket'
import { ids } from '../../functions/pairing/roster/merge'
import { good } from '../bench/product'
import { openStory, step, who } from './story'

jest.setTimeout(180_000)

const people = {
  villager: who('干部是陈建华'),
  neighbour: 'household-ML01-0219',
  friend: 'household-ML01-0220',
  desk: who('农业局 副局长'),
}

let story: Awaited<ReturnType<typeof openStory<keyof typeof people>>>
beforeAll(async () => (story = await openStory(people)))
afterAll(() => story?.close())

const farming = { about: { who: 'unit', unitId: ids.unit('NY01') } }
const numberOf = async (id: TicketId) => (await story.letter('desk', id)).number
async function merge(id: TicketId, into: TicketId) {
  const body = { step: step(), into: await numberOf(into) }
  good(await (await story.as('desk'))('POST /v1/letters/{id}/merge', { params: { id }, body }))
  await story.sweep()
}
async function says(id: TicketId, what: 'answer' | 'resolve', text: string) {
  good(await (await story.as('desk'))(`POST /v1/letters/{id}/${what}`, { params: { id }, body: { step: step(), text } }))
  await story.sweep()
}
async function reopens(by: keyof typeof people, id: TicketId) {
  good(await (await story.as(by))('POST /v1/tickets/{id}/reopen', { params: { id }, body: { step: step(), text: '我这件是另一回事' } }))
  await story.sweep()
}
const texts = async (by: keyof typeof people, id: TicketId) => (await story.own(by, id)).timeline.map(({ text }) => text)

test('a duplicate is closed, and its sender hears what the other one is answered', async () => {
  const [first, second] = [await story.send('villager'), await story.send('neighbour', farming)]
  await merge(second, first)
  await says(first, 'answer', '周五一起清')
  const merged = await story.own('neighbour', second)
  expect(merged).toMatchObject({ state: 'merged', mergedInto: await numberOf(first), can: ['reopen'] })
  expect(await texts('neighbour', second)).toContain('周五一起清')
  expect(await story.occasions('neighbour', second)).toEqual(expect.arrayContaining(['merged', 'answered']))
  expect(await story.occasions('villager', first)).toContain('answered')
})

test('of a duplicate’s duplicate its sender is told, and reads, what each of the others was answered', async () => {
  const [first, second, third] = [
    await story.send('villager', farming),
    await story.send('neighbour', farming),
    await story.send('friend', farming),
  ]
  await merge(third, second)
  await says(second, 'answer', '先去看过')
  await merge(second, first)
  await says(first, 'resolve', '三家的渠一起清好了')
  expect((await story.occasions('friend', third)).sort()).toEqual(['answered', 'merged', 'resolved'])
  expect(await texts('friend', third)).toEqual(expect.arrayContaining(['先去看过', '三家的渠一起清好了']))
  expect((await story.own('friend', third)).mergedInto).toBe(await numberOf(first))
  expect(await texts('neighbour', second)).toContain('三家的渠一起清好了')
})

test('whoever has a duplicate reopened hears nothing more of the other one under their own number', async () => {
  const [first, second, third] = [
    await story.send('villager', farming),
    await story.send('neighbour', farming),
    await story.send('friend', farming),
  ]
  await merge(third, second)
  await merge(second, first)
  await reopens('neighbour', second)
  await says(first, 'resolve', '渠清好了')
  const alone = await story.own('neighbour', second)
  expect([alone.state, alone.mergedInto]).toEqual(['reopened', undefined])
  expect(await story.occasions('neighbour', second)).not.toContain('resolved')
  expect(await texts('neighbour', second)).not.toContain('渠清好了')
  // The third one's matter is with the second one's, wherever that goes.
  expect(await story.occasions('friend', third)).not.toContain('resolved')
  await says(second, 'resolve', '路灯也修好了')
  expect(await story.occasions('friend', third)).toContain('resolved')
  expect(await texts('friend', third)).toContain('路灯也修好了')
})
