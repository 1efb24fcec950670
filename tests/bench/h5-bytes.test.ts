import path from 'node:path'

import { byteBudgets } from './budgets'
import { h5FirstLoad } from './bytes'

jest.setTimeout(60_000)

it(`loads at most ${byteBudgets.h5FirstLoad} gzipped bytes before a phone shows its first page`, async () => {
  const { total, files } = await h5FirstLoad(path.resolve('dist/h5'))
  expect(Object.keys(files)).toContain('index.html')
  expect(total).toBeLessThanOrEqual(byteBudgets.h5FirstLoad)
})
