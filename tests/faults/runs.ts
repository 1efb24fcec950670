import { differences, outcomeOf, type Outcome } from './check'
import { journeys } from './journeys/journeys'
import type { Lane } from './lane'
import type { OddManner } from './manners'
import { type Manner, play } from './play'
import type { Changed, Remembered } from './stored'

/** Where a photo lies that a run has sent. */
const filesOf = ({ items }: Changed) => items.flatMap(({ __edb_e__, id }) => (__edb_e__ === 'media' ? [`raw/${id}`, `clean/${id}`] : []))

/** Runs of journeys, each upon the same town: what came of each, and what broke in all. */
export function runs(lane: Lane, table: Remembered) {
  const broken: string[] = []
  let count = 0
  return {
    broken,
    count: () => count,
    /** Plays the journey in this manner, and compares what came of it with the outcome of a run without faults. */
    run: async (name: string, manner: Manner, reference?: Outcome, also?: Pick<OddManner, 'more' | 'inboxOnly'>): Promise<Outcome> => {
      count++
      const played = await play(lane, name, journeys[name]!, manner)
      const changed = await table.changed()
      const { outcome, wrong } = await outcomeOf(lane, played, changed)
      const odd = reference ? differences(reference, outcome, played.hits.length, also) : []
      const all = [...played.wrong, ...wrong, ...odd]
      const befell = played.hits.map(({ kind, site, phase }) => `${kind} at ${site} (${phase})`).join('\n    and ')
      if (all.length) broken.push(`${name}\n  ${all.join('\n  ')}\n  after ${befell || manner.name || 'no fault'}`)
      await table.restore(changed)
      await lane.forget(filesOf(changed))
      return outcome
    },
  }
}
export type Runs = ReturnType<typeof runs>
