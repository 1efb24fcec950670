import { AccountId } from '../../contract/account'
import { HouseholdId, VillageId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { CampaignId, StratumId } from '../../contract/survey'
import { day, hour, later, minute } from '../../contract/time'
import { type Random, seeded } from '../fixtures/minle/random'
import { idFrom } from './bytes'

/** What one unit is given, in the order of the sheet: 0 is "don't know". */
export type Given = { unit: number; service: number; conduct: number; results: number; money: number }
export type Vote = { watched: number; units: Given[] }

/** A household that votes: when, what, and how its network behaves. */
export type Voter = {
  name: string
  accountId: AccountId
  householdId: HouseholdId
  stratumId: StratumId
  vote: Vote
  drawAt: Instant
  castAt: Instant
  /** `duplicate`: the cast is sent twice. `retry`: the answer to the draw is lost, and the phone asks again. */
  trouble?: 'duplicate' | 'retry'
}

export type Plan = {
  campaignId: CampaignId
  opensAt: Instant
  drawsUntil: Instant
  castsUntil: Instant
  unitCount: number
  villageId: VillageId
  strata: StratumId[]
  voters: Voter[]
}

const DUPLICATES = 0.02
const RETRIES = 0.01
const UNITS = 15

const aVote = (random: Random): Vote => ({
  watched: random.below(4),
  units: Array.from({ length: UNITS }, (_, unit) => ({
    unit,
    ...{ service: random.below(6), conduct: random.below(6), results: random.below(6), money: random.below(3) },
  })).filter(() => random.chance(0.8)),
})

/**
 * An election by the seed: as many voters over strata of `inStratum`, who draw at any second of a week; most cast within minutes, one
 * in ten when there is a signal again. Who says what has nothing to do with who it is.
 */
export function aPlan({ voters: count, inStratum, seed }: { voters: number; inStratum: number; seed: number }): Plan {
  const random = seeded(seed)
  const opensAt = Instant.parse('2026-11-24T00:00:00.000Z')
  const drawsUntil = later(opensAt, 7 * day)
  const strata = Array.from({ length: Math.ceil(count / inStratum) }, (_, nth) => StratumId.parse(idFrom(`stratum ${nth}`)))
  const voters = Array.from({ length: count }, (_, nth): Voter => {
    const drawAt = later(opensAt, random.below(7 * day - minute))
    const castAt = later(drawAt, random.chance(0.1) ? random.below(40 * hour) : 1 + random.below(3 * minute))
    const trouble = random.chance(DUPLICATES) ? 'duplicate' : random.chance(RETRIES) ? 'retry' : undefined
    return {
      ...{ name: `voter ${nth}`, accountId: AccountId.parse(idFrom(`account ${nth}`)), vote: aVote(random), drawAt, castAt, trouble },
      ...{ householdId: HouseholdId.parse(idFrom(`household ${nth}`)), stratumId: strata[nth % strata.length]! },
    }
  })
  return {
    campaignId: CampaignId.parse(idFrom(`campaign ${seed}`)),
    ...{ opensAt, drawsUntil, castsUntil: later(drawsUntil, 2 * day), unitCount: UNITS, strata, voters },
    villageId: VillageId.parse(idFrom('village')),
  }
}

/** The same election, but for the answers of two voters of one stratum, who have exchanged them. One of them has more to say. */
export function swapped(plan: Plan): Plan {
  const [a] = plan.voters
  const b = plan.voters.find(({ stratumId, vote }) => stratumId === a?.stratumId && vote.units.length !== a.vote.units.length)
  if (!a || !b) throw new Error('nobody to exchange with')
  const voters = plan.voters.map((voter) => (voter === a ? { ...a, vote: b.vote } : voter === b ? { ...b, vote: a.vote } : voter))
  return { ...plan, voters }
}
