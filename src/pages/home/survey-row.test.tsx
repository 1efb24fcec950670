import { act, fireEvent, screen } from '@testing-library/react'

import { aHome } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { aCampaign, answersOf, sentTo } from '../../../tests/stand-ins/survey'
import { phone } from '../../../tests/stand-ins/taro'
import { keepBallot } from '../../api/ballot'
import { phone as here } from '../../api/phone'
import { setElder } from '../../design/elder'
import HomeScreen from './screen'

const campaign = aCampaign()
const { campaignId, drawsUntil, castsUntil } = campaign.paper
const common = { 'GET /v1/home': aHome(), 'GET /v1/tickets': { items: [] } }

beforeEach(() => {
  signedIn()
  here.votes = true
  act(() => setElder(false))
  campaign.forget()
  serve({ ...common, ...answersOf(campaign) })
})

it.each([false, true])('invites a household that was drawn, in elder mode as well: %s', async (elder) => {
  act(() => setElder(elder))
  show(<HomeScreen />)
  fireEvent.click(await screen.findByRole('button', { name: /抽中您家评机关/ }))
  expect(phone.ways).toEqual(['/survey/start/screen'])
})

it('says nothing to all others, nor where the ballot is in or the household has drawn', async () => {
  serve({ ...common, 'GET /v1/survey': { why: 'notDrawn' } })
  const first = show(<HomeScreen />)
  await screen.findByText('陈建华')
  expect(screen.queryByText(/评机关/)).toBeNull()
  first.unmount()
  signedIn()
  serve({ ...common, ...answersOf(campaign) })
  keepBallot({ stands: 'in', campaignId, receipt: 'ab' })
  show(<HomeScreen />)
  await screen.findByText('陈建华')
  expect(screen.queryByText(/评机关/)).toBeNull()
})

it('says that a sealed ballot is not in yet', async () => {
  const begun = { input: '', blind: '', blinded: '', tweakedKey: '' }
  keepBallot({ stands: 'drawing', campaignId, drawsUntil, castsUntil, stratumId: '', sealed: '', receipt: '', begun })
  show(<HomeScreen />)
  await screen.findByText('您的票还没有投进去')
})

it('asks nothing of the survey in a deployed browser build', async () => {
  here.votes = false
  show(<HomeScreen />)
  await screen.findByText('陈建华')
  expect(sentTo('/v1/survey')).toEqual([])
})
