import { createHash } from 'node:crypto'

/** Random bytes that are the same at every run: SHA-256 over the seed and a counter. */
export function bytesFrom(seed: string): (count: number) => Uint8Array {
  let nth = 0
  let left = Buffer.alloc(0)
  return (count) => {
    while (left.length < count) left = Buffer.concat([left, createHash('sha256').update(`${seed}/${nth++}`).digest()])
    const taken = left.subarray(0, count)
    left = left.subarray(count)
    return new Uint8Array(taken)
  }
}

/** 32 hex digits that follow from a name, as all ids here. */
export const idFrom = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32)
