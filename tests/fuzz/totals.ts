import type { Fuzzed } from './fuzz'

/** A line for each route, and the sum in the last one. */
export function totalsOf({ tallies, beside }: Fuzzed): string[] {
  const sum = (count: (tally: (typeof tallies)[number]) => number) => tallies.reduce((total, tally) => total + count(tally), 0)
  const wrong = sum((tally) => tally.wrong.length) + beside.length
  return [
    ...tallies.map(({ key, sent, reached, done }) => `${key.padEnd(44)} ${sent} sent, ${reached} to a handler, ${done} done`),
    `fuzz: ${tallies.length} routes, ${sum(({ sent }) => sent)} requests, ${sum(({ reached }) => reached)} to a handler, ${sum(({ done }) => done)} done, ${wrong} wrong`,
  ]
}
