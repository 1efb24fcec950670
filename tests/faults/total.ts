import type { Report } from './faults'
import { databaseKinds, outsideKinds } from './kinds'

/** The sum in one line. */
export const totalOf = ({ places, excepted, sites, hits, runs, missed, broken }: Report) =>
  `faults: ${places} call sites of the source and ${excepted} excepted, come to in ${sites} ways × ${Object.keys(databaseKinds).length} kinds in the database and ${outsideKinds.length} outside: ${hits} faults in ${runs} runs, ${missed.length} missed, ${broken.length} broken invariants`
