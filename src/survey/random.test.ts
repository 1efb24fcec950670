import { phone } from '../api/phone'
import { randomPool } from './random'

afterEach(() => jest.restoreAllMocks())

const given = Uint8Array.from({ length: 32 }, (_, nth) => nth + 1)

it('gives every byte out once, and throws when it runs dry', async () => {
  jest.spyOn(phone, 'secretBytes').mockResolvedValue(Uint8Array.from(given))
  const random = await randomPool(32)
  expect([...random(20), ...random(12)]).toEqual([...given])
  expect(() => random(1)).toThrow('dry')
})

it('is none where the phone’s source fails, falls short or gives the same byte for ever', async () => {
  const source = jest.spyOn(phone, 'secretBytes')
  source.mockRejectedValueOnce(new Error('getRandomValues:fail'))
  await expect(randomPool(32)).rejects.toThrow()
  source.mockResolvedValueOnce(given.slice(1))
  await expect(randomPool(32)).rejects.toThrow('no random bytes')
  source.mockResolvedValueOnce(new Uint8Array(32))
  await expect(randomPool(32)).rejects.toThrow('no random bytes')
})
