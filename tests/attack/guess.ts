/** A ballot as the auditors have it open, and, for the tally of right guesses alone, whose it is. */
export type Opened = { stratumId: string; place: number; bytes: Uint8Array; of: number }
/** A household as an auditor might know it from outside: when it was seen to vote, and its number on the public roll. */
export type Known = { nth: number; stratumId: string; drawAt: string; castAt: string; rollId: string; householdId: string }

type Order<T> = { name: string; of: (one: T) => number | string }

const ways: Order<Known>[] = [
  { name: 'the order of the draws', of: ({ drawAt }) => drawAt },
  { name: 'the order of the casts', of: ({ castAt }) => castAt },
  { name: 'the public roll', of: ({ rollId }) => rollId },
  { name: 'the households', of: ({ householdId }) => householdId },
]

const WORD = 4
/** The ballots' place in the file, and every four bytes of what was sealed, read as a number. */
const signs = (bytes: number): Order<Opened>[] => [
  { name: 'the place in the file', of: ({ place }) => place },
  ...Array.from({ length: bytes - WORD + 1 }, (_, at) => ({
    name: `bytes ${at} to ${at + WORD - 1} of the sheet`,
    of: (ballot: Opened) => Buffer.from(ballot.bytes).readUInt32BE(at),
  })),
]

function sorted<T>(all: readonly T[], { of }: Order<T>): T[] {
  const keyed = all.map((one) => ({ one, key: of(one) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}

function byStratum<T extends { stratumId: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(one.stratumId, [...(groups.get(one.stratumId) ?? []), one])
  return groups
}

export type Guess = { by: string; right: number; ballots: number; chance: number; tooMany: boolean }

/**
 * Guesses whose each ballot is, in every way in which an order of the ballots may follow an order of the households, and counts what is
 * right. Whoever knows nothing is right once a stratum, whatever its size; that often and eight standard deviations more may be luck.
 */
export function guesses(ballots: readonly Opened[], households: readonly Known[]): Guess[] {
  const strata = byStratum(ballots)
  const voters = byStratum(households)
  const chance = strata.size
  const most = chance + 8 * Math.sqrt(chance) + 8
  return ways.flatMap((way) => {
    const lined = new Map([...voters].map(([id, all]) => [id, sorted(all, way)]))
    return signs(ballots[0]?.bytes.length ?? 0).map((sign) => {
      let right = 0
      for (const [id, all] of strata) for (const [at, { of }] of sorted(all, sign).entries()) if (lined.get(id)?.[at]?.nth === of) right++
      return { by: `${sign.name} and ${way.name}`, right, ballots: ballots.length, chance, tooMany: right > most }
    })
  })
}
