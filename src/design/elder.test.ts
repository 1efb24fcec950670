import { bodySize, elderFor } from './elder'

it('comes on by itself where WeChat’s text is large, unless the person chose otherwise', () => {
  expect(elderFor(undefined, 18)).toBe(false)
  expect(elderFor(undefined, 19)).toBe(true)
  expect(elderFor(false, 24)).toBe(false)
  expect(elderFor(true, 16)).toBe(true)
})

it('lets body text follow WeChat’s setting from 22 up to 30', () => {
  expect(bodySize(true, 20)).toBeUndefined()
  expect(bodySize(true, 26)).toBe(26)
  expect(bodySize(true, 40)).toBe(30)
  expect(bodySize(false, 26)).toBeUndefined()
})
