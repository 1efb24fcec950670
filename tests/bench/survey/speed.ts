import { randomBytes } from 'node:crypto'

import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { SEALED_BYTES } from '../../../contract/survey'
import { atOnce } from '../../../functions/survey/at-once'
import type { Send } from '../../attack/phone'
import { emulated } from './emulated'
import { openPolling, straight, type Way } from './polling'

const ROUNDS = 6
const A_ROUND = 50
const CLIENTS = 8
/** Voters before those that are measured, by whom everything has been called once. */
const WARMING = 20

type Request = Parameters<Send>

async function secondsOf<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await atOnce(all, CLIENTS, work)
  return (performance.now() - began) / 1000
}

/**
 * Processor time of each function for one request, in milliseconds, the databases being a process of their own; and how many casts and
 * how many bare puts of an item of the same size to the same table eight clients get through in a second, in turns in the same run.
 */
export async function speed() {
  const { main, ballots, close } = await emulated()
  try {
    const voters = WARMING + ROUNDS * A_ROUND
    const { plan, stage, phone } = await openPolling({ main: main.table, ballots: ballots.table }, voters, 2)
    const spent = { show: [] as number[], draw: [] as number[], cast: [] as number[] }
    const casts: Request[] = []
    const timed: Way = (name, send) => async (url, headers, body) => {
      if (name === 'cast') {
        casts.push([url, headers, body])
        return { status: 200, body: { receipt: '' } }
      }
      const before = process.cpuUsage()
      const answer = await send(url, headers, body)
      const { user, system } = process.cpuUsage(before)
      spent[name].push((user + system) / 1000)
      return answer
    }
    for (const nth of plan.voters.keys()) {
      const own = phone(nth, { way: timed, looks: true })
      if (!(await own.draw())) throw new Error('a proof does not fit')
      await own.cast()
    }

    const cast = straight(stage.cast)
    const send = async (request: Request) => {
      const { status } = await cast(...request)
      if (status !== 200) throw new Error(`a ballot was refused: ${status}`)
    }
    const put = ({ client, name }: typeof ballots.table) =>
      client.send(
        new PutCommand({
          TableName: name,
          Item: { h: randomBytes(32).toString('hex'), stratum: `${plan.campaignId}/${plan.strata[0]}`, sealed: randomBytes(SEALED_BYTES) },
        }),
      )
    const some = casts.slice(WARMING)
    await secondsOf(casts.slice(0, WARMING), send)
    await secondsOf(casts.slice(0, WARMING), () => put(ballots.table))
    let [castSeconds, putSeconds] = [0, 0]
    for (let from = 0; from < some.length; from += A_ROUND) {
      const round = some.slice(from, from + A_ROUND)
      const before = process.cpuUsage()
      castSeconds += await secondsOf(round, send)
      const { user, system } = process.cpuUsage(before)
      spent.cast.push((user + system) / 1000 / round.length)
      putSeconds += await secondsOf(round, () => put(ballots.table))
    }
    const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
    return {
      milliseconds: { show: median(spent.show), draw: median(spent.draw), cast: median(spent.cast) },
      castsASecond: some.length / castSeconds,
      putsASecond: some.length / putSeconds,
      ratio: castSeconds / putSeconds,
    }
  } finally {
    await close()
  }
}
