import { differences, outcomeOf, type Outcome } from './check'
import { journeys } from './journeys'
import { databaseKinds, befalls, type Kind, outsideKinds, type Site } from './kinds'
import { openLane } from './lane'
import { remembered } from './listed'
import { type Manner, play } from './play'
import { manners } from './manners'

const kinds = [...new Set<Kind>([...(Object.keys(databaseKinds) as Kind[]), ...outsideKinds])]

/** Faults in one part of a journey, where not each is tried alone. */
const AT_MOST = 3

/** What the whole run came to. */
export type Report = { sites: number; hits: number; runs: number; missed: string[]; broken: string[] }

type Options = { only?: string; thorough?: boolean; say?: (line: string) => void }

/** Plays every journey with every kind of fault at every call site, and in every odd manner; and says what broke. */
export async function faults({ only, thorough = false, say = () => {} }: Options = {}): Promise<Report> {
  const sites = new Map<string, Site>()
  const covered = new Set<string>()
  const broken: string[] = []
  let runs = 0
  const lane = await openLane()
  const restore = await remembered(lane.table)

  async function run(name: string, manner: Manner, reference?: Outcome, also?: { more?: boolean; skewed?: boolean }): Promise<Outcome> {
    runs++
    const played = await play(lane, journeys[name]!, manner)
    const { outcome, wrong } = await outcomeOf(lane, played)
    const told = played.hits.filter(({ phase }) => phase.startsWith('telling') || phase.startsWith('until')).length
    const odd = reference ? differences(reference, outcome, told, also) : []
    const all = [...played.wrong, ...wrong, ...odd]
    if (all.length)
      broken.push(
        `${name}\n  ${all.join('\n  ')}\n  after ${played.hits.map(({ kind, site, phase }) => `${kind} at ${site} (${phase})`).join('\n    and ') || 'no fault'}`,
      )
    await restore()
    return outcome
  }
  const key = (site: string, kind: Kind) => `${kind} at ${site}`

  try {
    for (const name of Object.keys(journeys)) {
      if (only && !name.includes(only)) continue
      const began = Date.now()
      /** Where the database and WeChat are asked in which part of this journey, in its order. */
      const parts = new Map<string, Set<string>>()
      const noted = (phase: string, site: Site) => {
        sites.set(site.name, site)
        parts.set(phase, (parts.get(phase) ?? new Set()).add(site.name))
        return undefined
      }
      const reference = await run(name, { choose: noted })
      const mine = new Set([...parts.values()].flatMap((part) => [...part]))
      const isOpen = (site: Site, kind: Kind) => mine.has(site.name) && befalls(kind, site, thorough) && !covered.has(key(site.name, kind))
      const openIn = (part: ReadonlySet<string>) => [...part].flatMap((site) => kinds.filter((kind) => isOpen(sites.get(site)!, kind)))
      const choose = (_: string, site: Site): Kind | undefined => {
        const kind = kinds.find((one) => isOpen(site, one))
        if (kind) covered.add(key(site.name, kind))
        return kind
      }
      // A run goes as far as there is something to try, and is compared with one that went as far without a fault.
      const references = new Map<string, Outcome>()
      for (let left = openIn(mine).length, before = Infinity; left > 0 && left < before; before = left, left = openIn(mine).length) {
        const upTo = [...parts].reverse().find(([, part]) => openIn(part).length > 0)![0]
        const so = references.get(upTo) ?? (await run(name, { upTo }))
        references.set(upTo, so)
        await run(name, { choose, upTo, atMost: thorough ? 1 : AT_MOST }, so)
      }
      for (const { manner, ...also } of manners) await run(name, manner, reference, also)
      say(`${name}: ${mine.size} sites, ${runs} runs, ${((Date.now() - began) / 1000).toFixed(1)} s, ${broken.length} broken`)
    }
    const missed = [...sites.values()]
      .flatMap((site) => kinds.filter((kind) => befalls(kind, site, thorough)).map((kind) => key(site.name, kind)))
      .filter((one) => !covered.has(one))
    return { sites: sites.size, hits: covered.size, runs, missed, broken }
  } finally {
    await lane.close()
  }
}
