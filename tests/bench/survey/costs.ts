import { deployed } from './deployed'
import { given } from './given'
import type { Measured } from './measured'
import { prices } from './prices'

const MILLION = 1e6
const GIGABYTE = 2 ** 30
/** DynamoDB adds as much to each item, and to each of its entries in an index. */
const OVERHEAD = 100

/** What a million ballots cost, in dollars, row by row: most prices are of a million, and so most units are those of one ballot. Households that are invited and do not vote cost their rows all the same. */
export function costs(figures: Measured): { name: string; dollars: number }[] {
  const { show, draw, cast, bytes, household, speeds } = figures
  const { opens, asksAnOpening, asksAfter, retries, duplicates, nights, months, roundTrip, wholeProcessor } = given
  const { functions } = deployed()
  const [draws, casts, shows] = [1 + retries, 1 + duplicates, opens + asksAfter]
  const asks = opens * asksAnOpening + asksAfter
  const seconds = (cpu: number, rounds: number, memory: number) => ((cpu * wholeProcessor) / memory + rounds * roundTrip) / 1000
  const gigabyteSeconds = ({ memorySize }: { memorySize: number }, cpu: number, rounds: number) =>
    (seconds(cpu, rounds, memorySize) * memorySize) / 1024
  const { milliseconds } = speeds
  const lambda =
    asks * gigabyteSeconds(functions.api, milliseconds.show, show.rounds) +
    draws * gigabyteSeconds(functions.draw, milliseconds.draw, draw.rounds) +
    casts * gigabyteSeconds(functions.cast, milliseconds.cast, cast.rounds)
  // The entry in the index of its stratum is no larger than the household's own.
  const kept = (bytes.ballot + OVERHEAD + 2 * (bytes.entry + OVERHEAD)) / GIGABYTE
  const each = {
    'API Gateway, requests': (asks + draws + casts) * prices.requests.dollars,
    'Lambda, invocations': (asks + draws + casts) * prices.invocations.dollars,
    'Lambda, time': lambda * prices.gigabyteSeconds.dollars,
    'DynamoDB, draws and casts': (draw.write + casts * cast.write) * prices.writes.dollars + draws * draw.read * prices.reads.dollars,
    'DynamoDB, opening and asking': (shows * show.read + opens * household.opening.read) * prices.reads.dollars,
    'DynamoDB, sample and invitations':
      (household.sample.write + household.invite.write) * prices.writes.dollars + household.invite.read * prices.reads.dollars,
    // Each night all that has come in so far is read once, half of it on the average.
    'DynamoDB, the export of each night': ((nights / 2) * bytes.ballot * prices.reads.dollars) / 4096,
    'DynamoDB, kept and recoverable': kept * MILLION * months * (prices.kept.dollars + prices.recoverable.dollars),
    'answers on their way out': ((shows * show.bytes + draws * draw.bytes + casts * cast.bytes) * MILLION * prices.out.dollars) / GIGABYTE,
  }
  return Object.entries(each).map(([name, dollars]) => ({ name, dollars }))
}
