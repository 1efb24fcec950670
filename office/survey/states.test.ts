import { campaignStates } from '../../contract/survey'
import { aCampaign, campaignKeys } from '../../tests/stand-ins/campaign'
import { stepsOf, tabsOf } from './states'

const keys = campaignKeys()
const tabs = (state: string, roles: Parameters<typeof tabsOf>[1], more: object = {}) =>
  tabsOf(aCampaign(keys, { state, ...more }), roles).map(({ key }) => key)

it('has every state at one step, and the steps before it behind', () => {
  for (const state of campaignStates) {
    const steps = stepsOf(state).map(({ is }) => is)
    expect(steps.join()).toMatch(state === 'archived' ? /^(done,?)+$/ : state === 'annulled' ? /^(next,?)+$/ : /^(done,)*now(,next)*$/)
  }
})

it('opens paper and telephone to the office alone, and the telephone only while households may draw', () => {
  expect(tabs('draft', ['office'])).toEqual(['plan'])
  expect(tabs('frozen', ['office'])).toEqual(['plan', 'paper'])
  expect(tabs('open', ['office'])).toEqual(['plan', 'progress', 'paper', 'telephone'])
  expect(tabs('closed', ['office'])).toEqual(['plan', 'progress', 'paper'])
  for (const state of campaignStates) expect(tabs(state, ['inspection'])).not.toEqual(expect.arrayContaining(['paper']))
  expect(tabs('open', ['inspection'])).toEqual(['plan', 'progress'])
})
