import { createHash } from 'node:crypto'
import fc from 'fast-check'

import { aFrozen, id } from '../tests/survey/ballots'
import { frozenDigest, keyFingerprint, nextDigest, rollDigest, strataDigest, stratumDigest } from './digests'

/** By Node's own hash and by hand, as docs/survey.md describes it. */
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
const hexes = (count: number) => fc.uniqueArray(fc.stringMatching(new RegExp(`^[0-9a-f]{${count}}$`)), { minLength: 1, maxLength: 20 })
const shuffledOf = <T>(list: fc.Arbitrary<T[]>) =>
  list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
const lines = (all: readonly string[]) =>
  [...all]
    .sort()
    .map((one) => `${one}\n`)
    .join('')

const frozen = aFrozen([
  { id: id(1), county: '北流市', roll: 100, units: [{ id: id(7), name: '市公安局' }] },
  { id: id(2), county: '博白县', roll: 90, units: [{ id: id(8), name: '县农业农村局' }] },
])

test('the digest of what is frozen is over its canonical JSON', () => {
  // Written out by hand, in the order of the keys.
  const strata = [
    `{"county":"北流市","id":"${id(1)}","roll":100,"rollDigest":"${'0'.repeat(64)}","sample":100,"township":"镇01","units":[{"does":"","id":"${id(7)}","name":"市公安局"}]}`,
    `{"county":"博白县","id":"${id(2)}","roll":90,"rollDigest":"${'0'.repeat(64)}","sample":90,"township":"镇02","units":[{"does":"","id":"${id(8)}","name":"县农业农村局"}]}`,
  ]
  const record =
    `{"campaignId":"${id(0xca)}","castsUntil":"2026-12-15T00:00:00.000Z","drawsUntil":"2026-12-13T00:00:00.000Z","floor":30,` +
    `"frozenAt":"2026-11-25T00:00:00.000Z","opensAt":"2026-12-01T00:00:00.000Z",` +
    `"questions":{"conduct":"作风好不好?","money":"收钱物没有?","results":"办成了没有?","service":"办事快不快?","watched":"有人看着吗?"},` +
    `"sample":10000,"sealKey":"${'A'.repeat(43)}","source":{"at":"2026-11-29T00:00:00.000Z","name":"双色球"},` +
    `"strata":[${strata.join()}],"title":"二〇二六年万名群众评机关","tokenKey":"${'A'.repeat(43)}",` +
    `"weights":{"conduct":30,"results":40,"service":30}}`
  expect(frozenDigest(frozen)).toBe(sha256(`jinnongjia survey frozen 1\n${record}`))
})

test('nothing that is frozen can change without its digest', () => {
  const changes: ((copy: typeof frozen) => unknown)[] = [
    (copy) => (copy.title += '。'),
    (copy) => (copy.weights.service = 29),
    (copy) => (copy.floor = 31),
    (copy) => (copy.source.name = '大乐透'),
    (copy) => (copy.strata[0]!.units[0]!.name = '公安局'),
    (copy) => (copy.strata[0]!.rollDigest = '1'.repeat(64)),
    (copy) => copy.strata.reverse(),
  ]
  const digests = changes.map((change) => {
    const copy = structuredClone(frozen)
    change(copy)
    // One change alone would be refused where weights must sum to a hundred.
    if (copy.weights.service === 29) copy.weights.conduct = 31
    return frozenDigest(copy)
  })
  expect(new Set([frozenDigest(frozen), ...digests]).size).toBe(changes.length + 1)
})

test('a roll’s digest is the hash of its file, whatever order the ids come in', () => {
  fc.assert(
    fc.property(shuffledOf(hexes(32)), ([ids, turned]) => {
      expect(rollDigest(turned)).toBe(sha256(lines(ids)))
    }),
  )
})

test('a digest is over the one before and the receipts, whatever order they come in', () => {
  fc.assert(
    fc.property(shuffledOf(hexes(64)), fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)), ([receipts, turned], before) => {
      const text = `jinnongjia survey receipts 1\n${before ?? '0'.repeat(64)}\n${lines(receipts)}`
      expect(nextDigest(before ?? undefined, turned)).toBe(sha256(text))
    }),
  )
})

test('a stratum’s digest is over what its households are shown, and of nothing else', () => {
  const [stratum] = frozen.strata
  const shown = `{"county":"北流市","id":"${id(1)}","township":"镇01","units":[{"does":"","id":"${id(7)}","name":"市公安局"}]}`
  expect(stratumDigest(stratum!)).toBe(sha256(`jinnongjia survey stratum 1\n${shown}`))
  const all = frozen.strata.map(stratumDigest)
  expect(strataDigest(all)).toBe(sha256(`jinnongjia survey strata 1\n${lines(all)}`))
  expect(strataDigest([...all].reverse())).toBe(strataDigest(all))
})

test('a key’s fingerprint can be read out', () => {
  const key = Uint8Array.from({ length: 32 }, (_, nth) => nth)
  const print = keyFingerprint(key)
  expect(print).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  expect(print.replaceAll(' ', '')).toBe(sha256(Buffer.concat([Buffer.from('jinnongjia survey key 1\n'), key])))
})
