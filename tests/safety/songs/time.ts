import { day, hour } from '../../../contract/time'
import { good } from '../../bench/product'
import { said } from '../canaries'
import { about, aStep } from '../stage'
import { singer, type World } from './singer'

/** What nobody reads goes up, what is told in numbers goes out as one message, and what nobody does goes up all rungs. */
export async function singTime(world: World) {
  const { as, settle, later } = world
  const { on, text, submit, assign } = singer(world)
  const handler = as('handlerDesk')
  await submit('help', said('unread'))
  await submit('help', said('unread'), about('SL01'))
  const late = await submit('complaint', said('late'))
  // Asked and not answered, done and not rated, rated badly and not mended, mended and not called back.
  const waiting = await submit('complaint', said('late'))
  await assign(waiting, 'JT01')
  good(await handler('POST /v1/letters/{id}/ask', { ...on(waiting), ...text(said('question')) }))
  const done = async () => {
    const one = await submit('complaint', said('late'))
    await assign(one, 'JT01')
    good(await handler('POST /v1/letters/{id}/resolve', { ...on(one), ...text(said('result')) }))
    return one
  }
  const [silent, bad, mended] = [await done(), await done(), await done()]
  for (const one of [bad, mended])
    good(await as('sender')('POST /v1/tickets/{id}/confirm', { ...on(one), body: { step: aStep(), face: 1 } }))
  good(await handler('POST /v1/letters/{id}/rectify', { ...on(mended), ...text(said('mended')) }))
  await settle()
  // The digests of the day, then of whatever nobody has read by the next.
  await later(6 * hour)
  await later(26 * hour)
  await later(60 * day, late.id, waiting.id, silent.id, bad.id, mended.id)
  return late
}
