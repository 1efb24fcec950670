import { AEAD_ChaCha20Poly1305, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from '@panva/hpke-noble'
import { CipherSuite } from 'hpke'

import type { Random } from './bytes'

const kem = KEM_DHKEM_X25519_HKDF_SHA256()

/** HPKE (RFC 9180) as ballots use it: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305. */
export const suite = new CipherSuite(() => kem, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305)

/**
 * The same, with these random bytes for its ephemeral keys: WeChat has no `crypto` from which the package could take any. They are
 * the input of the RFC's DeriveKeyPair, 32 bytes for each ballot.
 */
export const suiteWith = (random: Random) =>
  new CipherSuite(
    () => ({ ...kem, GenerateKeyPair: (extractable) => kem.DeriveKeyPair(Uint8Array.from(random(kem.Nsk)), extractable) }),
    KDF_HKDF_SHA256,
    AEAD_ChaCha20Poly1305,
  )
