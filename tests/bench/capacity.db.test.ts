import { openTown, type Town } from '../town'
import { boundsOf } from './capacity'
import { measureOperations, type Operation } from './operations'
import { rightsOf } from './rights'

jest.setTimeout(600_000)

let town: Town
let operations: Operation[]
beforeAll(async () => {
  town = await openTown()
  operations = await measureOperations(town)
})
afterAll(() => town.close())

test('no operation uses more of the database than its budget', () => {
  const bounds = operations.flatMap((operation) => boundsOf(operation).map((bound) => ({ name: operation.name, ...bound })))
  expect(bounds.filter(({ used, most }) => used > most)).toEqual([])
  expect(bounds.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'home',
      'my tickets (20)',
      'submit a complaint',
      'submit 1,000 characters',
      'resolve',
      'confirm',
      'assign',
      'take over',
      'merge',
      'let the next one up read it',
      'deadline 1',
    ]),
  )
})

test('the roles of the deployed functions cover what their code asks of the database', () => {
  const missing = operations.flatMap(({ name, by, spent: { requests } }) => {
    const may = by.map((role) => rightsOf(role))
    return requests.filter((request) => !may.every((allows) => allows(request))).map(({ action, on }) => `${name}: ${action} on ${on}`)
  })
  expect(missing).toEqual([])
})
