/** What may befall a request to the database. Each is how real ones fail; what the code under test sees is what the SDK makes of it. */
export const databaseKinds = {
  /** Refused for its rate, at each of the SDK's attempts. */
  throttled: 'reads and writes',
  /** Never arrives, at each attempt. */
  lostRequest: 'reads and writes',
  /** The process ends when it has been done. */
  crash: 'reads and writes',
  /** Is done; its answer is lost, and the SDK's further attempts as well. */
  lostForGood: 'writes',
  /** Is done; its answer is lost, and the SDK asks again. */
  lostReply: 'writes',
  /** Somebody else has changed the item just before. */
  overtaken: 'versioned writes',
} as const
export type DatabaseKind = keyof typeof databaseKinds

/** What may befall a call to WeChat, the provider of text messages, or the bucket. */
export const outsideKinds = ['reset', 'slow', 'serverError', 'answerLost', 'crash'] as const
export type OutsideKind = (typeof outsideKinds)[number]

export type Kind = DatabaseKind | OutsideKind
export const allKinds = [...new Set<Kind>([...(Object.keys(databaseKinds) as Kind[]), ...outsideKinds])]

/** What is asked from where: by its place in the source and the `text` of the call. `unit` names place and kind of item; `name` also the way there. */
export type Site = {
  place: string
  text: string
  unit: string
  name: string
  to: 'database' | 'outside'
  writes: boolean
  versioned: boolean
}

const parity = (name: string) => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2

/**
 * Whether something of this kind can happen at this site. A read that is throttled and one that is lost are the same to the
 * code; unless all is `thorough`, it meets one of them.
 */
export function befalls(kind: Kind, { unit, to, writes, versioned }: Site, thorough: boolean): boolean {
  if (!thorough && to === 'database' && !writes && kind === (parity(unit) ? 'throttled' : 'lostRequest')) return false
  if (to === 'outside') return outsideKinds.some((one) => one === kind)
  if (!(kind in databaseKinds)) return false
  const what = databaseKinds[kind as DatabaseKind]
  return what === 'reads and writes' || (what === 'writes' ? writes : versioned)
}

/** Says what is to befall the call that is just being made; from where it comes is found out only if that matters. */
export type Fate = (site: () => Site | undefined) => Kind | undefined
