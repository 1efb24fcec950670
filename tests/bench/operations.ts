import type { TieRequestId } from '../../contract/account'
import type { TicketId } from '../../contract/ticket'
import { randomId } from '../../functions/platform/tag'
import { minlePersons } from '../fixtures/minle/persons'
import type { Town } from '../town'
import { meter, type Spent } from './meter'
import { good, openProduct } from './product'
import { itemBytes } from './size'
import { measureTransitions } from './transitions'

/** An operation, under which roles it runs, what it cost, and the size of the tickets that it wrote. */
export type Operation = {
  name: string
  by: readonly ('ApiRole' | 'DispatchRole' | 'ClockRole')[]
  spent: Spent
  ticketKB?: number
  /** How many tickets this step changes. */
  changes?: number
}

const usual = '村口到学校的路灯坏了三盏,晚上孩子放学看不见路,请帮忙修一修。'
const longest = '路'.repeat(1000)
const step = () => randomId() as never

const who = (found: (person: (typeof minlePersons)[number]) => boolean | undefined) => minlePersons.find(found)!.id
const villager = who(({ householdCode }) => householdCode !== undefined)
const cadre = who(({ cadreCode, note }) => cadreCode !== undefined && note.endsWith(',驻村干部'))
const relative = minlePersons.find(({ id }) => id.startsWith('guest-'))!
const inspector = who(({ label }) => label.startsWith('督查'))

/** Does everything that people do, one after the other, and notes what each thing costs. */
export async function measureOperations(town: Town): Promise<Operation[]> {
  const product = openProduct(town)
  const { spent, stored, close } = meter(town.database.table, town.database.endpoint)
  const operations: Operation[] = []

  async function note<T>(name: string, work: () => Promise<T>, more: Partial<Operation> = {}): Promise<T> {
    const { result, ...cost } = await spent(work)
    operations.push({ name, by: ['ApiRole'], spent: cost, ...more })
    return result
  }
  const ticketBytes = async (id: string, entity: string) => itemBytes((await stored({ pk: `$jnj#id_${id}`, sk: `$${entity}_1` })) ?? {})
  const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)

  const firstToken = await note('sign in, first time', () => product.signIn(villager))
  await note('sign in again', () => product.signIn(villager))
  const tie = await product.tying(villager)
  await note('tie by card and telephone', () => tie(firstToken))
  const phone = await product.as(villager)
  const desk = await product.as(cadre)
  const watch = await product.as(inspector)
  await note('home', async () => good(await phone('GET /v1/home')))
  await note('units nearby', async () => good(await phone('GET /v1/units/nearby')))

  type Body = Parameters<typeof phone<'POST /v1/tickets'>>[1]['body']
  const about = { who: 'unknown' } as const
  async function submit(name: string, body: Omit<Body, 'id' | 'about'>): Promise<TicketId> {
    const id = randomId() as TicketId
    await note(name, async () => good(await phone('POST /v1/tickets', { body: { about, ...body, id } as Body })))
    const whole = (await ticketBytes(id, 'ticket')) + (await ticketBytes(id, 'words'))
    operations.at(-1)!.ticketKB = kilobytes(whole)
    return id
  }
  /** One step; `beside` is what it changes as well. */
  async function transition<T>(name: string, id: TicketId, work: () => Promise<T>, beside: readonly TicketId[] = []) {
    good(await note(name, work))
    const heads = await Promise.all([id, ...beside].map((one) => ticketBytes(one, 'ticket')))
    Object.assign(operations.at(-1)!, { ticketKB: heads.reduce((sum, bytes) => sum + kilobytes(bytes), 0), changes: heads.length })
  }

  const telling = { by: ['DispatchRole', 'ClockRole'] } as const
  async function tell(name: string) {
    const [key] = await product.owing()
    await note(name, () => product.dispatch(key!), telling)
  }

  const help = await submit('submit a request for help', { kind: 'help', text: usual })
  await town.agree(cadre)
  await tell('tell the desk and the cadre of it')
  const params = { id: help }
  await transition('accept', help, () => desk('POST /v1/letters/{id}/accept', { params, body: { step: step() } }))
  await transition('answer', help, () => desk('POST /v1/letters/{id}/answer', { params, body: { step: step(), text: usual } }))
  await tell('tell the villager of the answer')
  await transition('supplement', help, () => phone('POST /v1/tickets/{id}/supplement', { params, body: { step: step(), text: usual } }))
  await transition('resolve', help, () => desk('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: usual } }))
  await transition('reopen', help, () => phone('POST /v1/tickets/{id}/reopen', { params, body: { step: step(), text: usual } }))
  good(await desk('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: usual } }))
  await transition('confirm', help, () => phone('POST /v1/tickets/{id}/confirm', { params, body: { step: step(), face: 5 } }))
  await tell('tell of four steps at once')

  await submit('submit a suggestion', { kind: 'suggestion', text: usual })
  await submit('submit 1,000 characters', { kind: 'suggestion', text: longest })
  const complaint = await submit('submit a complaint', {
    kind: 'complaint',
    text: usual,
    confidential: true,
    cadreMayFollow: false,
  } as never)
  await submit('submit a complaint that the cadre follows', {
    kind: 'complaint',
    text: usual,
    confidential: false,
    cadreMayFollow: true,
  } as never)
  for (let more = 0; more < 20; more++)
    good(await phone('POST /v1/tickets', { body: { kind: 'help', about, id: randomId() as TicketId, text: usual } }))

  await note('my tickets (20)', async () => good(await phone('GET /v1/tickets', { query: { after: undefined } })))
  await note('one of my tickets', async () => good(await phone('GET /v1/tickets/{id}', { params: { id: help } })))
  await note("the cadre's letters (20)", async () => good(await desk('GET /v1/letters', { query: { box: 'cadre', after: undefined } })))
  await note("the cadre's households (a page)", async () => good(await desk('GET /v1/households', { query: { after: undefined } })))
  await note('a letter', async () => good(await desk('GET /v1/letters/{id}', { params: { id: help } })))

  const guest = product.with(await product.signIn(relative.id))
  const asked = { id: randomId() as TieRequestId, cardCode: await town.cardCode(relative.householdCode!), name: '家人' }
  await note('ask the cadre to confirm a tie', async () => good(await guest('POST /v1/tie-requests', { body: asked })))
  await note('the requests that wait', async () => good(await desk('GET /v1/tie-requests')))
  const answered = { params: { id: asked.id }, body: { confirm: true } }
  await note('confirm a tie', async () => good(await desk('POST /v1/tie-requests/{id}/answer', answered)))

  await note('the desks that inspection may choose', async () =>
    good(await watch('GET /v1/letters/{id}/desks', { params: { id: complaint } })),
  )
  const [unit] = good(await watch('GET /v1/letters/{id}/desks', { params: { id: complaint } })).items
  await transition('assign', complaint, () =>
    watch('POST /v1/letters/{id}/assign', { params: { id: complaint }, body: { step: step(), unitId: unit!.id } }),
  )

  await measureTransitions(town, product, phone, {
    submit: (name, body) => submit(name, body as never),
    transition,
    step,
  })

  await note('inbox', async () => good(await desk('GET /v1/inbox', { query: { after: undefined } })))
  const [line] = good(await desk('GET /v1/inbox', { query: { after: undefined } })).items
  await note('open a notice', async () => good(await desk('POST /v1/inbox/{id}/read', { params: { id: line!.id } })))
  await note('look for what is owed', () => product.owing(), { by: ['ClockRole'] })
  close()
  return operations
}
