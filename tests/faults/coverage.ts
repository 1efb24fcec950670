import { exceptions } from './exceptions'
import { allKinds, befalls, type Kind, type Site } from './kinds'
import { placeOf, sourceSites } from './source-sites'

/** Which call sites have met which kinds of faults. `thorough`: by every way that leads to them; else each place once. */
export function coverage(thorough: boolean) {
  /** What a run without faults comes to; what only follows from a fault has to be met once, however it is come to. */
  const seen = new Map<string, Site>()
  const places = new Set<string>()
  const covered = new Set<string>()
  const keyOf = ({ unit, name }: Site): string => (thorough ? name : unit)
  const faultAt = (kind: Kind, site: Site) => `${kind} at ${keyOf(site)}`
  const open = (site: Site): Kind[] => allKinds.filter((kind) => befalls(kind, site, thorough) && !covered.has(faultAt(kind, site)))

  return {
    keyOf,
    saw: (site: Site): void => {
      places.add(site.place)
      if (!seen.has(keyOf(site))) seen.set(keyOf(site), site)
    },
    /** The kinds that have still to befall this site. */
    open,
    /** The next of them but for this one, which counts from now on. */
    take: (site: Site, butFor?: Kind): Kind | undefined => {
      places.add(site.place)
      const kind = open(site).find((one) => one !== butFor)
      if (kind) covered.add(faultAt(kind, site))
      return kind
    },
    /** How many there are, and what was missed: places of the source that nothing comes to, and faults that never happened. */
    report: () => {
      const expected = sourceSites.filter(({ file }) => !(file in exceptions)).map(placeOf)
      const never = expected.filter((place) => !places.has(place)).map((place) => `${place}: on no journey`)
      const strange = [...places].filter((place) => !sourceSites.some((site) => placeOf(site) === place))
      const still = [...seen.values()].flatMap((site) => open(site).map((kind) => `${faultAt(kind, site)}: never happened`))
      return {
        places: expected.length,
        excepted: sourceSites.length - expected.length,
        sites: seen.size,
        hits: covered.size,
        missed: [...never, ...strange, ...still],
      }
    },
  }
}
export type Coverage = ReturnType<typeof coverage>
