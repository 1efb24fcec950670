import { randomBytes } from 'node:crypto'
import fc from 'fast-check'

import { sealKeys } from '../../ballot/seal'
import { readShare, shareCode } from './share-code'
import { joinShares, splitKey } from './shares'

const keys = () => sealKeys((length) => new Uint8Array(randomBytes(length)))
const { publicKey, secretKey } = keys()
let codes: string[]
beforeAll(async () => {
  codes = await splitKey(secretKey, { auditors: 5, needed: 3 })
})

describe('a share as it is written down', () => {
  const aShare = fc.record({
    needed: fc.integer({ min: 2, max: 20 }),
    nth: fc.integer({ min: 1, max: 20 }),
    keyId: fc.uint8Array({ minLength: 8, maxLength: 8 }),
    bytes: fc.uint8Array({ minLength: 33, maxLength: 33 }),
  })
  test('is nineteen groups of four, and is read again', () => {
    fc.assert(
      fc.property(aShare, (share) => {
        expect(shareCode(share)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){18}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readShare(shareCode(share))).toEqual(share)
      }),
    )
  })

  test('may be typed in small letters, in lines, with O for 0 and l for 1, below comments', () => {
    fc.assert(
      fc.property(aShare, (share) => {
        const typed = shareCode(share).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
        const text = `\uFEFF# 第 1 份,密钥指纹:0000 1111\r\n\r\n${typed.slice(0, 40)}\r\n${typed.slice(40)}\r\n`
        expect(readShare(text)).toEqual(share)
      }),
    )
  })

  test('with one sign mistaken, two exchanged or one left out is none', () => {
    const places = fc.nat(75)
    fc.assert(
      fc.property(aShare, places, fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'), (share, at, sign) => {
        const plain = shareCode(share).replaceAll('-', '')
        fc.pre(plain[at] !== sign)
        expect(readShare(plain.slice(0, at) + sign + plain.slice(at + 1))).toBeUndefined()
        expect(readShare(plain.slice(0, at) + plain.slice(at + 1))).toBeUndefined()
        fc.pre(at < 75 && plain[at] !== plain[at + 1])
        expect(readShare(plain.slice(0, at) + plain[at + 1]! + plain[at]! + plain.slice(at + 2))).toBeUndefined()
      }),
      { numRuns: 300 },
    )
    expect(readShare('')).toBeUndefined()
    expect(readShare('# 只有说明')).toBeUndefined()
  })
})

test('any three of five are the key, in any order, and so are more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 3 }), async (some) => {
      expect(
        await joinShares(
          some.map((at) => codes[at]!),
          publicKey,
        ),
      ).toEqual({ secretKey })
    }),
  )
})

test('two are not, and say how many are needed', async () => {
  expect(await joinShares(codes.slice(0, 2), publicKey)).toEqual({ problem: 'tooFew', needed: 3 })
  expect(await joinShares([], publicKey)).toEqual({ problem: 'tooFew', needed: 2 })
})

test('what is wrong with a share is told by its place', async () => {
  const [one, two, three] = codes as [string, string, string]
  expect(await joinShares([one, two.slice(1), three], publicKey)).toEqual({ problem: 'unreadable', nth: 2 })
  expect(await joinShares([one, two, two], publicKey)).toEqual({ problem: 'twice', nth: 2 })
  const other = keys()
  const [foreign] = await splitKey(other.secretKey, { auditors: 5, needed: 3 })
  expect(await joinShares([one, foreign!, three], publicKey)).toEqual({ problem: 'anotherKey', nth: 2 })
  expect(await joinShares(codes, other.publicKey)).toEqual({ problem: 'anotherKey', nth: 1 })
})

test('shares of two splits of one key are not taken for the key', async () => {
  const again = await splitKey(secretKey, { auditors: 5, needed: 3 })
  expect(await joinShares([codes[0]!, codes[1]!, again[2]!], publicKey)).toEqual({ problem: 'notOfOneKey' })
})

test('two shares leave every key possible: with a third of one’s own, any first byte comes out', async () => {
  const found = new Set<number>()
  const [one, two] = codes.map((code) => readShare(code)!)
  const { combine } = await import('shamir-secret-sharing')
  const free = [1, 2, 3].find((x) => x !== one!.bytes[32] && x !== two!.bytes[32])!
  for (let byte = 0; byte < 256; byte++) {
    const third = new Uint8Array(33)
    third.set([byte])
    third.set([free], 32)
    found.add((await combine([one!.bytes, two!.bytes, third].map((bytes) => Uint8Array.from(bytes))))[0]!)
  }
  expect(found.size).toBe(256)
})
