import { open } from '../../ballot/seal'
import { tokenInfo } from '../../ballot/token'
import { SEALED_BYTES } from '../../contract/survey'
import { type Election, hold } from './election'
import type { Found } from './found'
import { guesses, type Opened } from './guess'
import type { Keys } from './keys'
import type { Leak } from './leaks'
import { links } from './links'
import { type Plan, swapped } from './plan'
import { traces } from './traces'
import { difference } from './view'

/** The auditors' folder, opened: what each ballot says, its place, and whose it is. */
async function openedIn({ campaignId, strata }: Plan, keys: Keys, { files, sealedOf }: Election): Promise<Opened[]> {
  const whose = new Map([...sealedOf].map(([nth, sealed]) => [Buffer.from(sealed).toString('hex'), nth]))
  const opened: Opened[] = []
  for (const stratumId of strata) {
    const file = files.get(`${stratumId}.sealed`) ?? new Uint8Array()
    for (let place = 0; place * SEALED_BYTES < file.length; place++) {
      const sealed = file.slice(place * SEALED_BYTES, (place + 1) * SEALED_BYTES)
      const bytes = await open(keys.sealSecret, tokenInfo(campaignId, stratumId), sealed)
      const of = whose.get(Buffer.from(sealed).toString('hex'))
      if (bytes && of !== undefined) opened.push({ stratumId, place, bytes, of })
    }
  }
  return opened
}

/** Attributes that a ballot in the table has beside its three, and sizes other than the one. */
function strange({ ballots }: Election): Found[] {
  const forms = new Set(ballots.map((ballot) => Object.keys(ballot).sort().join(', ')))
  const sizes = new Set(ballots.map(({ sealed }) => (sealed instanceof Uint8Array ? sealed.length : 0)))
  return [
    ...[...forms].filter((form) => form !== 'h, sealed, stratum').map((form): Found => ({ by: 'ballots', what: `a ballot has ${form}` })),
    ...[...sizes].filter((size) => size !== SEALED_BYTES).map((size): Found => ({ by: 'ballots', what: `${size} sealed bytes` })),
  ]
}

/** What an election lacks: ballots that did not open, or that are not there. */
function missing({ voters }: Plan, { ballots, receipts }: Election, opened: readonly Opened[]): Found[] {
  const counts = [ballots.length, receipts.size, opened.length]
  const isWhole = counts.every((count) => count === voters.length)
  const [stored, known, open_] = counts
  const what = `of ${voters.length} voters' ballots ${stored} are stored, ${known} have receipts, ${open_} open`
  return isWhole ? [] : [{ by: 'count', what }]
}

export type Verdict = { found: Found[]; ballots: number; seen: number; bestGuess: string }

/**
 * Every attack on an election and on the same one in which two voters have exchanged their answers. What is found is what a system
 * must not have; an honest one has nothing.
 */
export async function attack(plan: Plan, keys: Keys, leak: Leak = {}): Promise<Verdict> {
  const one = await hold(plan, keys, leak)
  const other = await hold(swapped(plan), keys, leak)
  const differs = difference(one.lines, other.lines)
  const households = plan.voters.map((voter, nth) => ({ ...voter, nth, rollId: one.rollIds[nth]! }))
  const opened = await openedIn(plan, keys, one)
  const tried = guesses(opened, households)
  const [first] = tried
  const best = first && tried.reduce((most, guess) => (guess.right > most.right ? guess : most), first)
  return {
    ballots: one.ballots.length,
    seen: one.lines.length,
    bestGuess: best ? `${best.right} of ${best.ballots} right by ${best.by}, ${best.chance} by chance` : 'none',
    found: [
      ...(differs ? [{ by: 'swap' as const, what: `${differs.one} ≠ ${differs.other}` }] : []),
      ...tried.filter(({ tooMany }) => tooMany).map(({ right, by }): Found => ({ by: 'guess', what: `${right} right by ${by}` })),
      ...links(one.draws, one.casts).map(({ word, household, cast }): Found => ({ by: 'link', what: `${word}: ${household} and ${cast}` })),
      ...strange(one),
      ...traces(one).map((what): Found => ({ by: 'export', what })),
      ...(one.refusals ? [{ by: 'key' as const, what: `${one.refusals} phones refused the key` }] : []),
      ...missing(plan, one, opened),
    ],
  }
}
