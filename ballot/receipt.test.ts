import { createHash } from 'node:crypto'
import fc from 'fast-check'

import { SEALED_BYTES } from '../contract/survey'
import { ballotKey, receiptOf } from './receipt'

const ofId = fc.stringMatching(/^[0-9a-f]{32}$/)
const hash = (...parts: (string | Uint8Array)[]) => parts.reduce((all, part) => all.update(part), createHash('sha256')).digest('hex')
const raw = (hex: string) => Buffer.from(hex, 'hex')

test('a receipt is SHA-256(campaign ‖ stratum ‖ sealed)', () => {
  const sealed = fc.uint8Array({ minLength: SEALED_BYTES, maxLength: SEALED_BYTES })
  fc.assert(
    fc.property(ofId, ofId, sealed, (campaign, stratum, bytes) => {
      expect(receiptOf(campaign, stratum, bytes)).toBe(hash(raw(campaign), raw(stratum), bytes))
    }),
  )
})

test('a ballot’s key is the hash of its token, in its campaign and stratum', () => {
  fc.assert(
    fc.property(ofId, ofId, fc.uint8Array({ minLength: 16, maxLength: 16 }), (campaign, stratum, input) => {
      expect(ballotKey(campaign, stratum, input)).toBe(hash('jinnongjia survey ballot 1\n', raw(campaign), raw(stratum), input))
    }),
  )
})
