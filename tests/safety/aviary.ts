import { randomId } from '../../functions/platform/tag'
import { good } from '../bench/product'
import { singAccounts } from './songs/accounts'
import { singIntake } from './songs/intake'
import { singMedia } from './songs/media'
import { singReading } from './songs/reading'
import { singRefusals } from './songs/refusals'
import type { World } from './songs/singer'
import { singSurvey } from './songs/survey'
import { singComplaint, singTransfer, singWhileAllFails } from './songs/tickets'
import { singTime } from './songs/time'

const verdicts = { villager: 'accept', staff: 'accept' } as const

/** Sends the canaries through every flow of the product: all ways in, all steps, refusals, failures of the world outside. */
export async function sing(world: World) {
  const { as, agree } = world
  for (const name of ['sender', 'handlerDesk', 'inspector'] as const)
    for (let times = 0; times < 3; times++) {
      await agree(name)
      good(await as(name)('POST /v1/grants', { body: { id: randomId() as never, verdicts } }))
    }
  const { secrets } = await singAccounts(world)
  const complaint = await singComplaint(world)
  const transfer = await singTransfer(world)
  const { request } = await singWhileAllFails(world)
  const { called } = await singIntake(world)
  const { shown } = await singMedia(world)
  await singRefusals(world, complaint, called)
  const late = await singTime(world)
  await singReading(world, { complaint, transfer, late, request })
  const ballots = await singSurvey(world)
  return { secrets, shown, ballots }
}
