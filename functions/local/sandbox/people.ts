import { createHash } from 'node:crypto'

/** Somebody of the fixture as whom one may use the product on one machine. */
export type Person = { id: string; label: string; phone?: string; note?: string }

export type People = {
  /** Those whom the page offers first. */
  interesting: readonly Person[]
  person: (id: string) => Promise<Person | undefined>
  /** The cadres and household members that match what was typed, a few. */
  find: (typed: string) => Promise<readonly Person[]>
}

/** The openid of this person in the sandbox's WeChat: 28 characters that begin with `o`, the same at every start. */
export const openidOf = (personId: string) => `o${createHash('sha256').update(`sandbox:${personId}`).digest('base64url').slice(0, 27)}`
