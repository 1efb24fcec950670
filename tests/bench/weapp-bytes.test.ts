import path from 'node:path'

import { byteBudgets } from './budgets'
import { weappBytes } from './bytes'

const { main, packages } = weappBytes(path.resolve('dist/weapp'))

it(`keeps the main package of the mini-program within ${byteBudgets.weappMain} bytes`, () => {
  expect(main).toBeLessThanOrEqual(byteBudgets.weappMain)
})
it(`keeps every subpackage within ${byteBudgets.weappPackage} bytes`, () => {
  const tooLarge = Object.entries(packages).filter(([, bytes]) => bytes > byteBudgets.weappPackage)
  expect(tooLarge).toEqual([])
})
