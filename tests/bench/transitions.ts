import type { TicketId } from '../../contract/ticket'
import { accounts } from '../../functions/account'
import { openCalendar } from '../../functions/calendar'
import { telling } from '../../functions/entry/telling'
import { openPairing } from '../../functions/pairing'
import { ids } from '../../functions/pairing/roster/merge'
import { systemClock } from '../../functions/platform/clock'
import { tagger } from '../../functions/platform/tag'
import { stillMerged, ticketHeads, ticketMachine, ticketWords } from '../../functions/ticket'
import { good, type Product } from './product'
import { minlePersons } from '../fixtures/minle/persons'
import { secrets, type Town } from '../town'

type Phone = Awaited<ReturnType<Product['as']>>
type Ask = { kind: 'help' | 'suggestion' | 'complaint'; text: string; [more: string]: unknown }

/** How what is done is measured: a ticket that is sent, and a step of one. */
export type Notebook = {
  submit: (name: string, body: Ask) => Promise<TicketId>
  transition: (name: string, id: TicketId, work: () => Promise<unknown>, beside?: readonly TicketId[]) => Promise<void>
  step: () => never
}

const who = (part: string) => minlePersons.find(({ label, note }) => `${label} ${note}`.includes(part))!.id
const text = '已经去看过了,下周派人来修。'

/** Every step of a ticket beside those of the usual way: by staff, by its sender, and by the clock. */
export async function measureTransitions(
  town: Town,
  product: Product,
  phone: Phone,
  { submit, transition, step }: Notebook,
): Promise<void> {
  const [farming, colleague, water, watch] = [
    await product.as(who('农业局 副局长')),
    await product.as(who('驻村干部、意见箱经办')),
    await product.as(who('水利局')),
    await product.as(who('督查组')),
  ]
  const aboutFarming = { kind: 'help', about: { who: 'unit', unitId: ids.unit('NY01') }, text } as const
  const unitId = ids.unit('SL01')
  const said = () => ({ step: step(), text })
  const more = () => ({ ...said(), workingDays: 5 })

  let id = await submit('submit to a unit', aboutFarming)
  const one = () => ({ params: { id } })
  const does = (name: string, work: () => Promise<unknown>) => transition(name, id, work)
  await does('ask', () => farming('POST /v1/letters/{id}/ask', { ...one(), body: said() }))
  await does('ask for an extension', () => farming('POST /v1/letters/{id}/ask-extension', { ...one(), body: more() }))
  await does('refuse the extension', () => watch('POST /v1/letters/{id}/refuse-extension', { ...one(), body: said() }))
  await does('offer', () => farming('POST /v1/letters/{id}/offer', { ...one(), body: { ...said(), unitId } }))
  await does('refuse the offer', () => water('POST /v1/letters/{id}/refuse-offer', { ...one(), body: said() }))
  good(await farming('POST /v1/letters/{id}/offer', { ...one(), body: { ...said(), unitId } }))
  await does('take over', () => water('POST /v1/letters/{id}/take-over', { ...one(), body: { step: step() } }))
  await does('decline', () => water('POST /v1/letters/{id}/decline', { ...one(), body: { ...said(), reason: 'notFact' } }))
  await does('appeal', () => phone('POST /v1/tickets/{id}/appeal', { ...one(), body: said() }))
  await does('withdraw', () => phone('POST /v1/tickets/{id}/withdraw', { ...one(), body: said() }))

  const goesOn = await submit('submit to a unit, again', aboutFarming)
  id = await submit('submit the same once more', aboutFarming)
  const { number: into } = good(await phone('GET /v1/tickets/{id}', { params: { id: goesOn } }))
  const merge = () => farming('POST /v1/letters/{id}/merge', { ...one(), body: { step: step(), into } })
  await transition('merge', id, merge, [goesOn])
  id = goesOn
  good(await farming('POST /v1/letters/{id}/ask-extension', { ...one(), body: more() }))
  await does('grant the extension', () => watch('POST /v1/letters/{id}/grant-extension', { ...one(), body: { step: step() } }))
  await does('resolve for two', () => farming('POST /v1/letters/{id}/resolve', { ...one(), body: said() }))
  await does('confirm with a low rating', () => phone('POST /v1/tickets/{id}/confirm', { ...one(), body: { step: step(), face: 1 } }))
  await does('rectify', () => farming('POST /v1/letters/{id}/rectify', { ...one(), body: said() }))
  await does('call back', () => colleague('POST /v1/letters/{id}/call-back', { ...one(), body: said() }))

  const complaint = { kind: 'complaint', text, cadreMayFollow: false, confidential: true } as const
  id = await submit('submit a complaint to be triaged', complaint)
  await does('triage', () => watch('POST /v1/letters/{id}/triage', { ...one(), body: { step: step() } }))

  const heads = ticketHeads(town.database.table)
  const { table } = town.database
  const tag = tagger(secrets.tagKey)
  const { reaches } = telling({
    ...{ pairing: openPairing({ table, tag }), accounts: accounts(table), senderOf: ticketWords(table).sender, tag },
    stillMerged: (one, mainId) => stillMerged(one, mainId, heads),
  })
  const machine = ticketMachine({ heads, calendar: openCalendar(table).calendar, reaches })
  const unread = { role: 'inspection', unitId: ids.unit('DC01') }
  await does('let the next one up read it', () => machine.callIn(id, unread, systemClock()))
  for (let due = (await heads.get(id))?.wakeAt, nth = 1; due; due = (await heads.get(id))?.wakeAt, nth++) {
    const at = due
    await does(`deadline ${nth}`, () => machine.wake(id, at))
  }
}
