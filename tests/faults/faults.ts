import type { Outcome } from './check'
import { type Coverage, coverage as coverageOf } from './coverage'
import { journeys } from './journeys/journeys'
import type { Site } from './kinds'
import { openLane } from './lane'
import { manners } from './manners'
import type { Choose } from './play'
import { type Runs, runs as runsOf } from './runs'
import { remembered } from './stored'

/** Faults in one part of a journey, where not each is tried alone. */
const AT_MOST = 6

/** What the whole run came to. */
export type Report = { places: number; excepted: number; sites: number; hits: number; runs: number; missed: string[]; broken: string[] }

type Options = { only?: string; thorough?: boolean; say?: (line: string) => void }

/** From where the database and the world outside are asked in which part of a journey, in its order. */
type Parts = Map<string, Map<string, Site>>

/**
 * Several faults in each part. After a crash all is done again, and nobody would see what a fault just before has left undone: in a part a
 * process ends first, or not at all.
 */
function severalOf(coverage: Coverage): Choose {
  let [part, isHarmed] = ['', false]
  return (phase, site) => {
    if (phase !== part) [part, isHarmed] = [phase, false]
    const kind = coverage.take(site, isHarmed ? 'crash' : undefined)
    isHarmed ||= kind !== undefined && kind !== 'crash'
    return kind
  }
}

/** Plays a journey without a fault, with each fault that has not been tried yet, and in odd manners: all of them, or the `nth`. */
async function through(name: string, nth: number, { run }: Runs, coverage: Coverage, thorough: boolean): Promise<void> {
  const { atMost = AT_MOST, inAll, needs = [] } = journeys[name]!
  const parts: Parts = new Map()
  const reference = await run(name, {
    choose: (phase, site) => {
      coverage.saw(site)
      parts.set(phase, (parts.get(phase) ?? new Map<string, Site>()).set(coverage.keyOf(site), site))
      return undefined
    },
  })
  const openIn = (part: ReadonlyMap<string, Site>) => [...part.values()].reduce((sum, site) => sum + coverage.open(site).length, 0)
  const left = () => [...parts.values()].reduce((sum, part) => sum + openIn(part), 0)
  // Thorough, each is tried alone in its part, and a run goes as far as there is something to try: it is compared with one that went
  // as far without a fault.
  const references = new Map<string, Outcome>()
  for (let open = left(), before = Infinity; open > 0 && open < before; before = open, open = left()) {
    const upTo = thorough ? [...parts].reverse().find(([, part]) => openIn(part) > 0)![0] : undefined
    const so = upTo ? (references.get(upTo) ?? (await run(name, { upTo }))) : reference
    if (upTo) references.set(upTo, so)
    await run(name, thorough ? { choose: (_, site) => coverage.take(site), upTo } : { choose: severalOf(coverage), atMost, inAll }, so)
  }
  const fit = manners.filter(({ without }) => !without || !needs.includes(without))
  for (const odd of thorough ? fit : [fit[nth % fit.length]!]) await run(name, odd.manner, reference, odd)
}

/** Takes the product through every journey with every kind of fault at every call site, and says what broke. */
export async function faults({ only = '', thorough = false, say = () => {} }: Options = {}): Promise<Report> {
  const coverage = coverageOf(thorough)
  const lane = await openLane()
  try {
    const runs = runsOf(lane, await remembered(lane.table, lane.ballots))
    for (const [nth, name] of Object.keys(journeys).entries()) {
      if (!name.includes(only)) continue
      const began = Date.now()
      await through(name, nth, runs, coverage, thorough)
      say(`${name}: ${runs.count()} runs, ${((Date.now() - began) / 1000).toFixed(1)} s, ${runs.broken.length} broken`)
    }
    return { ...coverage.report(), runs: runs.count(), broken: runs.broken }
  } finally {
    await lane.close()
  }
}
