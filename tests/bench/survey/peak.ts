import { deployed } from './deployed'
import { given } from './given'
import type { Measured } from './measured'

const names = ['api', 'draw', 'cast'] as const

/** How long a function works on one request, in milliseconds: its processor time with the memory that it has, and its turns to the database. */
function duration({ show, draw, cast, speeds: { milliseconds } }: Measured, memory: Record<(typeof names)[number], number>) {
  const of = (name: (typeof names)[number], cpu: number, rounds: number) =>
    (cpu * given.wholeProcessor) / memory[name] + rounds * given.roundTrip
  return {
    api: of('api', milliseconds.show, show.rounds),
    draw: of('draw', milliseconds.draw, draw.rounds),
    cast: of('cast', milliseconds.cast, cast.rounds),
  }
}

/** How many ballots there are in the worst second, and how many requests to each function. */
export function worstSecond(): { ballots: number; shows: number; rates: Record<(typeof names)[number], number> } {
  const { households, worstHour, worstSecond: times, opens, asksAnOpening, asksAfter, retries, duplicates } = given
  const ballots = ((households * worstHour) / 3600) * times
  return {
    ballots,
    shows: ballots * (opens + asksAfter),
    rates: { api: ballots * (opens * asksAnOpening + asksAfter), draw: ballots * (1 + retries), cast: ballots * (1 + duplicates) },
  }
}

/** What Lambda and DynamoDB are asked for in the worst second of the largest survey, beside what serverless.yml lets through. */
export function peak(figures: Measured) {
  const { functions, throttles } = deployed()
  const { ballots, shows, rates } = worstSecond()
  const memory = { api: functions.api.memorySize, draw: functions.draw.memorySize, cast: functions.cast.memorySize }
  const took = duration(figures, memory)
  const { show, draw, cast, household, closing } = figures
  const main = {
    read: shows * show.read + rates.draw * draw.read + ballots * given.opens * household.opening.read,
    // A draw that is asked for again writes nothing.
    write: ballots * draw.write,
  }
  return {
    ballotsAnHour: given.households * given.worstHour,
    ballots,
    functions: names.map((name) => ({
      name,
      rate: rates[name],
      throttle: throttles[name].ThrottlingRateLimit,
      took: took[name],
      atOnce: (rates[name] * took[name]) / 1000,
      atThrottle: (throttles[name].ThrottlingRateLimit * took[name]) / 1000,
      reserved: name === 'cast' ? functions.cast.reservedConcurrency : undefined,
    })),
    main,
    /** All of it as if one partition held the whole survey: the campaign, its sample and its strata. */
    survey: { read: shows * show.read + rates.draw * draw.read, write: main.write },
    ballotsTable: { write: rates.cast * cast.write },
    /** The export after the close, whose memory gives it a whole processor. */
    closing: {
      seconds: (given.households * closing.milliseconds) / 1000,
      timeout: functions.export.timeout,
      megabytes: (given.households * closing.bytesEach + closing.bytesBefore) / 2 ** 20,
      memory: functions.export.memorySize,
    },
  }
}
