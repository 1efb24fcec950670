import { surveyBudgets } from '../budgets'
import { line } from '../line'
import { costs } from './costs'
import { given } from './given'
import { measured, type Measured } from './measured'
import { peak } from './peak'
import { priced, prices } from './prices'

const once = (count: number, digits = 0) => count.toFixed(digits)

function each({ show, draw, cast, bytes, household, speeds, closing }: Measured) {
  const { drawWrites, castWrites, ballotBytes, castPuts } = surveyBudgets
  console.log(
    `\nWhat a ballot costs, with ${given.townships} strata: capacity units, indexes counted in, and processor time on this machine`,
  )
  line('ask for the survey', `${show.read} RCU, ${show.rounds} round trips, ${once(speeds.milliseconds.show, 1)} ms, ${show.bytes} bytes`)
  line('draw', `${draw.read} RCU, ${draw.rounds} round trips, ${once(speeds.milliseconds.draw, 1)} ms, ${draw.bytes} bytes`)
  line('', `${draw.write} WCU`, [{ used: draw.write, most: drawWrites }])
  line('cast', `${cast.rounds} round trip, ${once(speeds.milliseconds.cast, 1)} ms, ${cast.bytes} bytes`)
  line('', `${cast.write} WCU`, [{ used: cast.write, most: castWrites }])
  line('a ballot in its table', `${bytes.ballot} bytes`, [{ used: bytes.ballot, most: ballotBytes }])
  line('a household in the sample', `${bytes.entry} bytes`)
  for (const [name, { read, write }] of Object.entries(household)) line(`each household: ${name}`, `${read} RCU, ${write} WCU`)
  line('casts; bare puts to the same table', `${once(speeds.castsASecond)}; ${once(speeds.putsASecond)} a second`)
  line('a cast costs as much as', `${once(speeds.ratio, 1)} bare puts`, [{ used: speeds.ratio, most: castPuts }])
  line('the export after the close, each ballot', `${once(closing.milliseconds, 2)} ms, ${once(closing.bytesEach)} bytes of memory`)
}

function worst(figures: Measured) {
  const { ballotsAnHour, ballots, functions, main, survey: own, ballotsTable, closing } = peak(figures)
  console.log(`\nThe worst second of a survey of ${given.households} households (docs/survey-figures.md has the arithmetic)`)
  line('ballots: in the worst hour, in its worst second', `${once(ballotsAnHour)}, ${once(ballots)}`)
  for (const { name, rate, throttle, took, atOnce, atThrottle, reserved } of functions) {
    line(`${name}: requests a second, let through`, `${once(rate)}`, [{ used: rate, most: throttle }])
    const note = `${once(took)} ms each; ${once(atOnce, 1)} at once, ${once(atThrottle, 1)} where it is throttled`
    line('', note, reserved === undefined ? [] : [{ used: atThrottle, most: reserved }])
  }
  const { partition, newTable } = given
  line('main: RCU a second, of a new table', once(main.read), [{ used: main.read, most: newTable.read }])
  line('main: WCU a second, of a new table', once(main.write), [{ used: main.write, most: newTable.write }])
  line('the survey’s, if all were one partition: RCU a second', once(own.read), [{ used: own.read, most: partition.read }])
  line('the survey’s, if all were one partition: WCU a second', once(own.write), [{ used: own.write, most: partition.write }])
  line('ballots: WCU a second, of a new table', once(ballotsTable.write), [{ used: ballotsTable.write, most: newTable.write }])
  line('the export: seconds', once(closing.seconds), [{ used: closing.seconds, most: closing.timeout }])
  line('the export: MB of memory', once(closing.megabytes), [{ used: closing.megabytes, most: closing.memory }])
}

function cost(figures: Measured) {
  console.log(`\nA million ballots in US dollars`)
  const rows = costs(figures)
  for (const { name, dollars } of rows) line(name, once(dollars, 2).padStart(6))
  line(
    'all',
    once(
      rows.reduce((sum, { dollars }) => sum + dollars, 0),
      2,
    ).padStart(6),
  )
  console.log(`\n  at the list prices of ${priced.region} as of ${priced.asOf}`)
  for (const { dollars, of } of Object.values(prices)) line(of, String(dollars))
}

/** What the survey costs: a ballot's units, the worst second of the largest survey, the price of a million ballots. */
export async function survey() {
  const figures = await measured()
  each(figures)
  worst(figures)
  cost(figures)
}
