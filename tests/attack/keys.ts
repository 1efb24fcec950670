import { toBase64url } from '../../ballot/bytes'
import { sealKeys } from '../../ballot/seal'
import { newSecretKey, publicKey } from '../../ballot/token'
import { bytesFrom } from './bytes'

/** Both key pairs of a campaign, the same at every run. */
export async function keysFrom(seed: string) {
  const tokenSecret = newSecretKey(bytesFrom(`${seed} token key`))
  const seal = await sealKeys(bytesFrom(`${seed} seal key`))
  return {
    tokenSecret: toBase64url(tokenSecret),
    tokenPublic: publicKey(tokenSecret),
    sealSecret: seal.secretKey,
    sealPublic: seal.publicKey,
  }
}
export type Keys = Awaited<ReturnType<typeof keysFrom>>
