import { randomBytes } from 'node:crypto'
import fc from 'fast-check'

import { SEALED_BYTES } from '../contract/survey'
import { fromHex, toHex } from './bytes'
import { suiteWith } from './hpke'
import { isVoid, open, publicSealKey, seal, sealKeys, voidSealed } from './seal'
import { SHEET_BYTES } from './sheet'

// RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode.
const rfc = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: '909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b',
  ikmR: '1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df',
  skRm: '8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
  pkRm: '4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
  enc: '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  encryptions: new Map([
    [0, '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28'],
    [1, '6b53c051e4199c518de79594e1c4ab18b96f081549d45ce015be002090bb119e85285337cc95ba5f59992dc98c'],
    [2, '71146bd6795ccc9c49ce25dda112a48f202ad220559502cef1f34271e0cb4b02b4f10ecac6f48c32f878fae86b'],
    [255, '18ab939d63ddec9f6ac2b60d61d36a7375d2070c9b683861110757062c52b8880a5f6b3936da9cd6c23ef2a95c'],
  ]),
}

test('RFC 9180’s vectors come out', async () => {
  const asked: number[] = []
  const suite = suiteWith((length) => (asked.push(length), fromHex(rfc.ikmE)))
  const keys = await suite.DeriveKeyPair(fromHex(rfc.ikmR), true)
  expect(toHex(await suite.SerializePrivateKey(keys.privateKey))).toBe(rfc.skRm)
  expect(toHex(await suite.SerializePublicKey(keys.publicKey))).toBe(rfc.pkRm)
  expect(toHex(publicSealKey(fromHex(rfc.skRm)))).toBe(rfc.pkRm)

  const { encapsulatedSecret, ctx } = await suite.SetupSender(keys.publicKey, { info: fromHex(rfc.info) })
  expect(toHex(encapsulatedSecret)).toBe(rfc.enc)
  expect(asked).toEqual([32])
  const recipient = await suite.SetupRecipient(keys.privateKey, encapsulatedSecret, { info: fromHex(rfc.info) })
  for (let nth = 0; nth < 256; nth++) {
    const aad = new TextEncoder().encode(`Count-${nth}`)
    const sealed = await ctx.Seal(fromHex(rfc.pt), aad)
    if (rfc.encryptions.has(nth)) expect(toHex(sealed)).toBe(rfc.encryptions.get(nth))
    expect(toHex(await recipient.Open(sealed, aad))).toBe(rfc.pt)
  }
})

test('sealing takes 32 bytes for the ephemeral key, and is one shot of the RFC', async () => {
  const [sheet, info] = [new Uint8Array(SHEET_BYTES).fill(7), fromHex(rfc.info)]
  const sealed = await seal(fromHex(rfc.pkRm), info, sheet, () => fromHex(rfc.ikmE))
  expect(toHex(sealed.subarray(0, 32))).toBe(rfc.enc)
  expect(await open(fromHex(rfc.skRm), info, sealed)).toEqual(sheet)
  const suite = suiteWith(() => fromHex(rfc.ikmE))
  const { ciphertext } = await suite.Seal(await suite.DeserializePublicKey(fromHex(rfc.pkRm)), sheet, { info })
  expect(toHex(sealed.subarray(32))).toBe(toHex(ciphertext))
})

const aSheet = fc.uint8Array({ minLength: SHEET_BYTES, maxLength: SHEET_BYTES })
const anInfo = fc.uint8Array({ minLength: 1, maxLength: 60 })

test('a sheet sealed is opened by its key, for its stratum, untouched, and by nothing else', async () => {
  const [own, other] = [sealKeys(randomBytes), sealKeys(randomBytes)]
  await fc.assert(
    fc.asyncProperty(aSheet, anInfo, fc.nat(SEALED_BYTES - 1), fc.integer({ min: 1, max: 255 }), async (sheet, info, at, flip) => {
      const sealed = await seal(own.publicKey, info, sheet, randomBytes)
      expect(sealed.length).toBe(SEALED_BYTES)
      expect(await open(own.secretKey, info, sealed)).toEqual(sheet)
      expect(await open(other.secretKey, info, sealed)).toBeUndefined()
      expect(await open(own.secretKey, Uint8Array.of(...info, 0), sealed)).toBeUndefined()
      // The highest bit of the encapsulated key is not read (RFC 7748 section 5), but the shared secret is taken over all its bytes.
      sealed[at]! ^= flip
      expect(await open(own.secretKey, info, sealed)).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})

test('bytes that nobody sealed are no ballot, of whatever length', async () => {
  const { secretKey } = sealKeys(randomBytes)
  for (const bytes of [voidSealed(), new Uint8Array(), new Uint8Array(31), new Uint8Array(SEALED_BYTES).fill(255)])
    expect(await open(secretKey, Uint8Array.of(1), bytes)).toBeUndefined()
})

test('a sheet of another size is never sealed', async () => {
  const { publicKey } = sealKeys(randomBytes)
  await expect(seal(publicKey, Uint8Array.of(1), new Uint8Array(SHEET_BYTES - 1), randomBytes)).rejects.toThrow(RangeError)
})

test('a voided sheet is zeros alone', async () => {
  expect(voidSealed()).toEqual(new Uint8Array(SEALED_BYTES))
  expect(isVoid(voidSealed())).toBe(true)
  expect(isVoid(await seal(sealKeys(randomBytes).publicKey, Uint8Array.of(1), new Uint8Array(SHEET_BYTES), randomBytes))).toBe(false)
})
