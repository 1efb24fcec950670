import { type Database, scratchBallots, scratchDatabase } from '../../../functions/local/database'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { itemBytes } from '../size'
import { closing } from './closing'
import { given } from './given'
import { measureHousehold } from './household'
import { speed } from './speed'
import { measureUnits, type Operation } from './units'

/** The largest item of a kind in the table, in bytes; a ballot has no kind. */
async function largest({ table: { client, name } }: Database, kind?: string): Promise<number> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
  return Math.max(...Items.filter((item) => item['__edb_e__'] === kind).map(itemBytes))
}

async function units() {
  const [main, ballots] = [await scratchDatabase(), await scratchBallots()]
  try {
    const operations = await measureUnits(main, ballots, given.townships)
    const of = (name: Operation['name'], again = false) => operations.filter((one) => one.name === name && one.again === again)
    const first = (name: Operation['name']) => {
      const [one] = of(name)
      if (!one) throw new Error(`nothing was measured of ${name}`)
      const { spent, bytes } = one
      return { read: spent.read, write: spent.write + spent.index, rounds: spent.rounds, bytes }
    }
    const bytes = { ballot: await largest(ballots), entry: await largest(main, 'surveyEntry') }
    return { show: first('show'), draw: first('draw'), cast: first('cast'), bytes }
  } finally {
    await ballots.close()
    await main.close()
  }
}

/** All that the survey's figures are computed from, measured in this run. */
export async function measured() {
  const speeds = await speed()
  return { ...(await units()), household: await measureHousehold(), speeds, closing: await closing() }
}
export type Measured = Awaited<ReturnType<typeof measured>>
