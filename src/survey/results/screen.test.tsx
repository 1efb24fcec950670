import { screen } from '@testing-library/react'

import { id } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import ResultsScreen from './screen'

beforeEach(() => signedIn())

const interval = (value: number, low: number, high: number) => ({ value, low, high })
const question = (value: number) => ({
  ...{ n: 40, mean: interval(value, value - 4, value + 4), topTwo: interval(60, 50, 70), dontKnow: interval(10, 5, 18), designEffect: 1.1 },
})
const unit = (nth: number, name: string, score: number, group: number) => ({
  ...{ unitId: id(nth), name, asked: 52, score: interval(score, score - 3, score + 3), group },
  questions: { service: question(score), conduct: question(score - 1), results: question(score + 1) },
  dontKnow: interval(12.4, 6, 20),
  money: { n: 44, share: interval(0.6, 0.1, 4) },
})
const units = [
  unit(1, '北流市水利局', 78.4, 1),
  unit(2, '北流市农业局', 76.2, 1),
  unit(3, '民乐镇人民政府', 51, 2),
  { unitId: id(4), name: '民乐卫生院', asked: 52, questions: {}, dontKnow: interval(90, 80, 95) },
]
const rectification = {
  ...{ id: id(9), campaignId: id(8), campaignTitle: '二〇二六年万名群众评机关', unitId: id(3), unitName: '民乐镇人民政府' },
  ...{ because: ['lowest'], result: units[2], dueAt: '2027-01-20T09:00:00.000Z' },
}
const answered = {
  ...rectification,
  id: id(10),
  unitName: '北流市农业局',
  answer: { text: '窗口周六也开。', at: '2027-01-10T09:00:00.000Z' },
}

it('shows means with their ranges, in groups and without ranks', async () => {
  serve({ 'GET /v1/survey/results': { title: '二〇二六年万名群众评机关', units, rectifications: [rectification, answered] } })
  show(<ResultsScreen />)
  await screen.findByText('北流市水利局')
  expect(screen.getAllByText(/^第 \d 组$/).map(({ textContent }) => textContent)).toEqual(['第 1 组', '第 2 组'])
  screen.getByText('没有公布分数的')
  expect(screen.getAllByText('78 分(75 到 81)')).toHaveLength(1)
  expect(screen.getAllByText(/不到 1%的人说有/)).toHaveLength(3)
  screen.getByText(/了解它的人太少/)
  screen.getByText('民乐镇人民政府怎么改')
  screen.getByText(/还没有答复/)
  screen.getByText('窗口周六也开。')
})

it('says that nothing was published yet, or why nothing can be seen', async () => {
  serve({ 'GET /v1/survey/results': { units: [], rectifications: [] } })
  const { unmount } = show(<ResultsScreen />)
  await screen.findByText('还没有公布过结果')
  unmount()
  signedIn()
  serve({})
  show(<ResultsScreen />)
  await screen.findByText('再试一次', {}, { timeout: 4000 })
})
