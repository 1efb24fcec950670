// npm run faults: every journey, every call site, every kind of fault. ONLY=… takes the journeys whose name holds it, QUICK=1 what the test run does.
import { faults } from './faults'
import { totalOf } from './total'

faults({ only: process.env['ONLY'], thorough: !process.env['QUICK'], say: console.log }).then(
  (report) => {
    for (const one of [...report.broken, ...report.missed.map((site) => `never happened: ${site}`)]) console.error(one)
    console.log(totalOf(report))
    process.exit(report.broken.length || report.missed.length ? 1 : 0)
  },
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
