import path from 'node:path'

import { byteBudgets } from './budgets'
import { officeFirstLoad } from './office'

jest.setTimeout(60_000)

it('loads no more gzipped bytes than its budgets before a desktop can be signed in, and before its first table', async () => {
  const { signIn, letters } = await officeFirstLoad(path.resolve('dist/office-demo'))
  expect(signIn).toBeGreaterThan(50 * 1024)
  expect(signIn).toBeLessThanOrEqual(byteBudgets.officeSignIn)
  expect(letters).toBeLessThanOrEqual(byteBudgets.officeLetters)
})
