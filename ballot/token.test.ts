import { randomBytes } from 'node:crypto'
import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'

import { fromHex, toHex } from './bytes'
import {
  blind,
  decodes,
  evaluate,
  finalize,
  finalizeAll,
  newSecretKey,
  publicKey,
  TOKEN_INPUT_BYTES,
  tokenInfo,
  tokenIsGood,
} from './token'

// RFC 9497, appendix A.1.3: ristretto255-SHA512, POPRF mode.
const rfc = {
  seed: 'a3'.repeat(32),
  keyInfo: '74657374206b6579',
  skSm: '145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07',
  pkSm: 'c647bef38497bc6ec077c22af65b696efa43bff3b4a1975a3e8e0a1c5a79d631',
  info: fromHex('7465737420696e666f'),
}
const [skS, pkS] = [fromHex(rfc.skSm), fromHex(rfc.pkSm)]
const outputs = [
  'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
  '7c6557b276a137922a0bcfc2aa2b35dd78322bd500235eb6d6b6f91bc5b56a52de2d65612d503236b321f5d0bebcbc52b64b92e426f29c9b8b69f52de98ae507',
]
const [blind1, blind2] = [
  '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
  '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
]
const [input1, input2] = ['00', '5a'.repeat(17)]
const vectors = [
  {
    name: 'vector 1, batch size 1',
    inputs: [input1],
    blinds: [blind1],
    blinded: ['c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715'],
    evaluated: ['1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874'],
    proof:
      '41ad1a291aa02c80b0915fbfbb0c0afa15a57e2970067a602ddb9e8fd6b7100de32e1ecff943a36f0b10e3dae6bd266cdeb8adf825d86ef27dbc6c0e30c52206',
    nonce: blind2,
    outputs: [outputs[0]],
  },
  {
    name: 'vector 2, batch size 1',
    inputs: [input2],
    blinds: [blind1],
    blinded: ['f0f0b209dd4d5f1844dac679acc7761b91a2e704879656cb7c201e82a99ab07d'],
    evaluated: ['8c3c9d064c334c6991e99f286ea2301d1bde170b54003fb9c44c6d7bd6fc1540'],
    proof:
      '4c39992d55ffba38232cdac88fe583af8a85441fefd7d1d4a8d0394cd1de77018bf135c174f20281b3341ab1f453fe72b0293a7398703384bed822bfdeec8908',
    nonce: blind2,
    outputs: [outputs[1]],
  },
  {
    name: 'vector 3, batch size 2',
    inputs: [input1, input2],
    blinds: [blind1, blind2],
    blinded: [
      'c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715',
      '423a01c072e06eb1cce96d23acce06e1ea64a609d7ec9e9023f3049f2d64e50c',
    ],
    evaluated: [
      '1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874',
      'aa1f16e903841036e38075da8a46655c94fc92341887eb5819f46312adfc0504',
    ],
    proof:
      '43fdb53be399cbd3561186ae480320caa2b9f36cca0e5b160c4a677b8bbf4301b28f12c36aa8e11e5a7ef551da0781e863a6dc8c0b2bf5a149c9e00621f02006',
    nonce: '419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c',
    outputs,
  },
]

/** Bytes of which the package makes just this scalar: it takes any number modulo the order less one, and adds one. */
const scalar =
  (hex: string) =>
  (length = 48) => {
    const number = BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`) - 1n
    return new Uint8Array(Buffer.from(number.toString(16).padStart(2 * length, '0'), 'hex').reverse())
  }

describe('RFC 9497’s vectors come out', () => {
  test('the key pair', () => {
    const derived = ristretto255_oprf.poprf(rfc.info).deriveKeyPair(fromHex(rfc.seed), fromHex(rfc.keyInfo))
    expect(toHex(derived.secretKey)).toBe(rfc.skSm)
    expect(toHex(publicKey(skS))).toBe(rfc.pkSm)
  })

  test.each(vectors)('$name', ({ inputs, blinds, blinded, evaluated, proof, nonce, outputs: expected }) => {
    const begun = inputs.map((input, nth) => blind(fromHex(input), rfc.info, pkS, scalar(blinds[nth]!)))
    expect(begun.map((one) => toHex(one.blind))).toEqual(blinds)
    expect(begun.map((one) => toHex(one.blinded))).toEqual(blinded)

    const answer = evaluate(skS, rfc.info, blinded.map(fromHex))
    expect(answer.evaluated.map(toHex)).toEqual(evaluated)
    const withTheirNonce = ristretto255_oprf.poprf(rfc.info).blindEvaluateBatch(skS, blinded.map(fromHex), scalar(nonce))
    expect(toHex(withTheirNonce.proof)).toBe(proof)

    // The RFC's proof and ours, with a nonce of its own, both show that the key was the same.
    for (const one of [fromHex(proof), answer.proof]) {
      const tokens = finalizeAll(begun, rfc.info, evaluated.map(fromHex), one)
      expect(tokens?.map(({ output }) => toHex(output))).toEqual(expected.map((output) => output?.slice(0, 32)))
      for (const token of tokens ?? []) expect(tokenIsGood(skS, rfc.info, token)).toBe(true)
    }
  })
})

const id = (nth: number) => nth.toString(16).padStart(32, '0')
const info = tokenInfo(id(1), id(2))
const secretKey = newSecretKey(randomBytes)
const tokenKey = publicKey(secretKey)
const begin = (of = info) => blind(randomBytes(TOKEN_INPUT_BYTES), of, tokenKey, randomBytes)
const drawn = () => {
  const begun = begin()
  const { evaluated, proof } = evaluate(secretKey, info, [begun.blinded])
  return { begun, evaluated: evaluated[0]!, proof }
}
const flipped = (bytes: Uint8Array, at = 0) => bytes.map((byte, nth) => (nth === at ? byte ^ 1 : byte))

test('a token is good for its campaign and stratum, and for no other', () => {
  const { begun, evaluated, proof } = drawn()
  const token = finalize(begun, info, evaluated, proof)!
  expect([token.input.length, token.output.length]).toEqual([16, 16])
  expect(tokenIsGood(secretKey, info, token)).toBe(true)
  expect(tokenIsGood(secretKey, tokenInfo(id(1), id(3)), token)).toBe(false)
  expect(tokenIsGood(secretKey, tokenInfo(id(4), id(2)), token)).toBe(false)
  expect(tokenIsGood(newSecretKey(randomBytes), info, token)).toBe(false)
  expect(tokenIsGood(secretKey, info, { ...token, output: flipped(token.output, 15) })).toBe(false)
  expect(tokenIsGood(secretKey, info, { ...token, input: flipped(token.input) })).toBe(false)
})

test('the same elements get the very same answer, and others another proof', () => {
  const [one, other] = [begin().blinded, begin().blinded]
  expect(evaluate(secretKey, info, [one, other])).toEqual(evaluate(secretKey, info, [one, other]))
  const [first, second] = [evaluate(secretKey, info, [one]), evaluate(secretKey, info, [other])]
  // Two proofs with one nonce would show the same commitment, and give the key away.
  const { Point } = ristretto255
  const commitment = ({ proof }: { proof: Uint8Array }) => {
    const [c, s] = [Point.Fn.fromBytes(proof.slice(0, 32)), Point.Fn.fromBytes(proof.slice(32))]
    return toHex(Point.fromBytes(begin().tweakedKey).multiply(c).add(Point.BASE.multiply(s)).toBytes())
  }
  expect(commitment(first)).not.toBe(commitment(second))
  expect(commitment(first)).toBe(commitment(evaluate(secretKey, info, [one])))
})

test('an answer of another key, for another stratum or touched is no answer', () => {
  const { begun, evaluated, proof } = drawn()
  const others = [newSecretKey(randomBytes)].map((key) => evaluate(key, info, [begun.blinded]))
  const elsewhere = evaluate(secretKey, tokenInfo(id(1), id(3)), [begun.blinded])
  for (const wrong of [...others, elsewhere]) expect(finalize(begun, info, wrong.evaluated[0]!, wrong.proof)).toBeUndefined()
  expect(finalize(begun, info, evaluated, flipped(proof))).toBeUndefined()
  expect(finalize(begun, info, evaluated, proof.slice(1))).toBeUndefined()
  expect(finalize(begun, info, drawn().evaluated, proof)).toBeUndefined()
  expect(finalize(begun, info, new Uint8Array(32), proof)).toBeUndefined()
  expect(finalize(begun, info, new Uint8Array(3), proof)).toBeUndefined()
})

test('a pack is finished as a whole or not at all', () => {
  const begun = Array.from({ length: 5 }, () => begin())
  const { evaluated, proof } = evaluate(
    secretKey,
    info,
    begun.map(({ blinded }) => blinded),
  )
  expect(finalizeAll(begun, info, evaluated, proof)?.map((token) => tokenIsGood(secretKey, info, token))).toEqual(Array(5).fill(true))
  expect(finalizeAll(begun, info, [...evaluated].reverse(), proof)).toBeUndefined()
  expect(finalizeAll(begun, info, evaluated.slice(1), proof)).toBeUndefined()
  expect(finalizeAll([], info, [], proof)).toBeUndefined()
})

test('only what is an element decodes', () => {
  expect(decodes(begin().blinded)).toBe(true)
  for (const bytes of [new Uint8Array(32), new Uint8Array(31), new Uint8Array(32).fill(255), flipped(begin().blinded)])
    expect(decodes(bytes)).toBe(false)
})
