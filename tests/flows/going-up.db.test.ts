import type { TicketId } from '../../contract/ticket'
import { day, hour } from '../../contract/time'
import { ids } from '../../functions/pairing/roster/merge'
import { good } from '../bench/product'
import { staffOf } from '../fixtures/minle/cadres'
import { openStory, step, who } from './story'

jest.setTimeout(180_000)

const headOf = (unit: string) => `cadre-${staffOf(unit, '单位负责人').code}`
const people = {
  villager: who('干部是陈建华'),
  neighbour: 'household-ML01-0219',
  friend: 'household-ML01-0220',
  desk: who('农业局 副局长'),
  water: who('水利局'),
  farmingHead: headOf('NY01'),
  waterHead: headOf('SL01'),
  otherHead: headOf('JS01'),
  inspector: who('督查组组长'),
  inspectionHead: `cadre-${staffOf('DC01', '督查、单位负责人').code}`,
  leader: who('逾期第二级'),
  office: who('逾期第三级'),
}
type Who = keyof typeof people

let story: Awaited<ReturnType<typeof openStory<Who>>>
beforeAll(async () => (story = await openStory(people)))
afterAll(() => story?.close())

const about = (code: string) => ({ about: { who: 'unit', unitId: ids.unit(code) } })
const complaint = { kind: 'complaint', confidential: true, cadreMayFollow: false }
const breaches = async (person: Who, id: TicketId) => (await story.occasions(person, id)).filter((one) => one === 'breached').length
const hidden = { problem: 'notFound' }

describe('a rung on which nobody stands who may know of the ticket is skipped at once', () => {
  test('the head of the unit has come to look after the household', async () => {
    const id = await story.send('friend', { ...complaint, ...about('SL01') })
    await story.changeLead('ML01-0220', people.inspectionHead.replace('cadre-', ''))
    const { dueAt } = await story.own('friend', id)
    await story.pass(25 * hour, hour)
    // Inspection’s desk has not looked either.
    expect((await story.occasions('leader', id)).sort()).toEqual(['responseMissed', 'unread'])
    expect((await story.letter('leader', id)).can).toEqual([])
    await story.until(dueAt)
    expect([await breaches('leader', id), await breaches('office', id), await breaches('friend', id)]).toEqual([1, 0, 1])
    expect((await story.letter('office', id)).raised).toBe(1)
    await story.pass(day)
    expect([await breaches('leader', id), await breaches('office', id), await breaches('friend', id)]).toEqual([1, 0, 1])
    // Due on a Friday: the next working day is Monday.
    await story.pass(2 * day)
    expect([await breaches('leader', id), await breaches('office', id), await breaches('friend', id)]).toEqual([1, 1, 2])
    const steps = (await story.letter('inspector', id)).timeline.map((entry) => entry.step)
    expect(steps).not.toContain('raisedToHead')
    expect(await story.occasions('inspectionHead', id)).toEqual([])
    expect(await story.refused('inspectionHead', id)).toMatchObject(hidden)
  })

  test('the ticket has taken in another one, about the leader’s own township', async () => {
    const id = await story.send('villager', { ...complaint, ...about('SL01') })
    const other = await story.send('neighbour', { ...complaint, ...about('ML00') })
    const { number, dueAt } = await story.own('villager', id)
    const inspector = await story.as('inspector')
    good(await inspector('POST /v1/letters/{id}/merge', { params: { id: other }, body: { step: step(), into: number } }))
    await story.until(dueAt)
    expect([await breaches('inspectionHead', id), await breaches('office', id)]).toEqual([1, 0])
    await story.pass(3 * day)
    expect([await breaches('leader', id), await breaches('office', id)]).toEqual([0, 1])
    expect(await story.refused('leader', id)).toMatchObject(hidden)
    expect((await story.letter('office', id)).timeline.map((entry) => entry.step)).not.toContain('raisedToLeader')
  })
})

describe('what has lain unread for a day goes up to somebody who can read it', () => {
  test('a request for help that is with another unit: to the head of the cadre who did not look', async () => {
    const id = await story.send('villager', about('SL01'))
    expect(await story.refused('farmingHead', id)).toMatchObject(hidden)
    await story.pass(25 * hour, hour)
    for (const head of ['farmingHead', 'waterHead'] as const) {
      expect(await story.occasions(head, id)).toContain('unread')
      expect((await story.letter(head, id)).can).toEqual([])
    }
    expect(await story.refused('otherHead', id)).toMatchObject(hidden)
  })

  test('a complaint that a cadre was asked to follow is no business of the cadre’s head', async () => {
    const id = await story.send('villager', { ...complaint, ...about('SL01'), cadreMayFollow: true })
    await story.pass(25 * hour, hour)
    expect(await story.occasions('farmingHead', id)).toEqual([])
    expect(await story.refused('farmingHead', id)).toMatchObject(hidden)
    expect(await story.occasions('inspectionHead', id)).toContain('unread')
  })

  test('what another unit was asked to take over: to its head, for as long as it is asked', async () => {
    const id = await story.send('villager')
    const params = { id }
    const offer = { step: step(), unitId: ids.unit('SL01'), text: '水渠归水利局管' }
    good(await (await story.as('desk'))('POST /v1/letters/{id}/offer', { params, body: offer }))
    await story.pass(23 * hour, hour)
    expect(await story.refused('waterHead', id)).toMatchObject(hidden)
    await story.pass(2 * hour, hour)
    expect(await story.occasions('waterHead', id)).toEqual(['unread'])
    expect((await story.letter('waterHead', id)).can).toEqual([])
    const refusal = { step: step(), text: '这段渠归乡镇管' }
    good(await (await story.as('water'))('POST /v1/letters/{id}/refuse-offer', { params, body: refusal }))
    expect(await story.refused('waterHead', id)).toMatchObject(hidden)
  })
})
