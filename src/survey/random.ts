import type { Random } from '../../ballot/bytes'
import { phone } from '../api/phone'

/**
 * A pool of random bytes: WeChat's come later than they are asked for, and a blinding or a seal cannot wait in its midst. A byte is
 * given out once; the pool throws when it runs dry, and is not made where the phone's source is none.
 */
export async function randomPool(length: number): Promise<Random> {
  const pool = await phone.secretBytes(length)
  if (pool.length !== length || pool.every((byte) => byte === pool[0])) throw new Error('no random bytes')
  let used = 0
  return (count) => {
    if (used + count > length) throw new RangeError('the pool of random bytes has run dry')
    const bytes = pool.slice(used, used + count)
    pool.fill(0, used, used + count)
    used += count
    return bytes
  }
}
