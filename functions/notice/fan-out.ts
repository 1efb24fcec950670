import type { Occasion } from '../../contract/notice'
import type { CadreId, UnitId } from '../../contract/pairing'
import type { RawItem } from '../platform/outbox'
import { deliver } from './deliver'
import { begun, folded } from './delivery'
import type { DispatchDeps, Reach, SentBy } from './deps'
import { dayOf, digestFor, mayFold, roundOf } from './digest'
import type { Notice } from './notice'
import { noticeId } from './notice-id'
import type { Owed } from './owed'
import type { Person } from './person'
import { Merged, noticeTo, Source, type Told } from './source'

function senderOf({ senderTag, accountId }: Pick<Source, 'senderTag' | 'accountId'>, { tag }: DispatchDeps): Person {
  if (senderTag) return { senderTag }
  if (accountId) return { senderTag: tag('sender', accountId) }
  throw new Error('owes its sender a notice and names no sender')
}

const cadres = (ids: readonly CadreId[], unitId?: UnitId): Told[] => ids.map((cadreId) => ({ person: { cadreId }, unitId }))

async function toldBy({ to }: Owed, source: Source, deps: DispatchDeps): Promise<Told[]> {
  switch (to.to) {
    case 'sender':
      return [{ person: senderOf(source, deps) }]
    case 'mergedSender': {
      const stored = await deps.stillMerged(to.ticketId, Merged.shape.id.parse(source.id))
      if (!stored) return []
      const merged = Merged.parse(stored)
      return [{ person: senderOf(merged, deps), merged }]
    }
    case 'household':
      return (await deps.householdTags(to.householdId)).map((senderTag) => ({ person: { senderTag } }))
    case 'cadre':
    case 'leader':
      return cadres([to.cadreId])
    case 'desk':
    case 'inspection':
    case 'head':
    case 'office':
      return cadres(await deps.staffOf(to.unitId, to.to), to.unitId)
  }
}

/** Asks once for each key, however many want to know at the same time. */
function once<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>()
  return (key) => {
    const name = JSON.stringify(key)
    const answer = asked.get(name) ?? ask(key)
    asked.set(name, answer)
    return answer
  }
}

type Made = { notice: Notice; reach: Reach }

/** The notice as it begins: sent at once, waiting for the morning, or counted by a digest, which is stored first. */
async function beginning(fresh: Notice, reach: Reach, deps: DispatchDeps): Promise<Notice> {
  const { passes, notices, text, clock } = deps
  const now = clock()
  const wechat = reach.accounts.length > 0
  const ways = { wechat, sms: text !== undefined && (wechat || (await reach.phone()) !== undefined) }
  if (!fresh.cadreId || !(ways.wechat || ways.sms) || !mayFold(fresh) || (await passes.isFirst(fresh, dayOf(fresh, now), now)))
    return begun(fresh, ways, now)
  const round = roundOf(fresh, now)
  await notices.add(digestFor(fresh.cadreId, round))
  return folded(fresh, round)
}

const sentBy = ({ id, number, accountId, householdId }: Source, merged: Merged | undefined): SentBy =>
  merged ? { ticketId: merged.id } : number ? { ticketId: Merged.shape.id.parse(id) } : accountId ? { accountId } : { householdId }

/** Stores the notices that these debts of `raw` make, each once however often this runs, but none to those who may not learn of it. */
async function made(raw: RawItem, owed: readonly Owed[], source: Source, deps: DispatchDeps): Promise<Made[]> {
  const { notices, log } = deps
  const staffOf = once(([unitId, duty]: Parameters<typeof deps.staffOf>) => deps.staffOf(unitId, duty))
  const asking = { ...deps, staffOf: (...asked: Parameters<typeof deps.staffOf>) => staffOf(asked) }
  const all = await Promise.all(owed.map(async (one) => (await toldBy(one, source, asking)).map((told) => ({ one, told }))))
  const fresh = new Map<string, { notice: Notice; told: Told }>()
  for (const { one, told } of all.flat()) {
    const id = noticeId(source.id, one, told.person)
    // Whoever is told of one step in two capacities is told in the first.
    if (!fresh.has(id)) fresh.set(id, { notice: noticeTo(told, id, one, source), told })
  }
  const knower = once(deps.knower)
  const reachOf = once(([person, sent]: [Person, SentBy]) => deps.reachOf(person, sent))
  const stored = [...fresh.values()].map(async ({ notice, told: { person, merged } }): Promise<Made | undefined> => {
    const [known, reach] = await Promise.all([
      'cadreId' in person ? knower(person.cadreId) : undefined,
      reachOf([person, 'cadreId' in person ? {} : sentBy(source, merged)]),
    ])
    if ('cadreId' in person && !known?.mayLearn(raw)) {
      log.info('notice.barred', { source: source.id })
      return undefined
    }
    const begins = await beginning(notice, reach, deps)
    return (await notices.add(begins)) ? { notice: begins, reach } : undefined
  })
  return (await allEnded(stored)).flatMap((one) => one ?? [])
}

/** Waits for all, whatever becomes of some: a Lambda that has answered is frozen with whatever it still does. */
async function allEnded<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(work)
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

/** Tells whoever these debts of `raw` are owed to, outside its outbox. */
export async function tellStep(raw: RawItem, owed: readonly Owed[], deps: DispatchDeps): Promise<void> {
  const told = await made(raw, owed, Source.parse(raw), deps)
  await allEnded(told.map(({ notice, reach }) => deliver({ notice }, reach, deps)))
}

/** By these a handler learns that a villager has written something. */
const written: readonly Occasion[] = ['letterArrived', 'supplemented', 'reopened', 'withdrawn', 'appealed']

/** Has WeChat look at what villagers wrote in the steps that these debts tell of. */
async function checked({ id, outbox }: Source, { noteText }: DispatchDeps): Promise<void> {
  const steps = new Map(outbox.filter(({ occasion }) => written.includes(occasion)).map(({ step, at }) => [step, at]))
  await allEnded([...steps].map(([step, at]) => noteText({ ticketId: id, step, at })))
}

/**
 * Makes the notices that `raw` owes, each stored once however often this runs; then empties its outbox, unless the item
 * has changed meanwhile, and delivers what it made. Throws if any of it cannot be done; what is stored then is
 * delivered when its lease is over.
 */
export async function fanOut(raw: RawItem, deps: DispatchDeps): Promise<void> {
  const source = Source.parse(raw)
  const [told] = await Promise.all([made(raw, source.outbox, source, deps), checked(source, deps)])
  const cleared = deps.outbox.clear(raw, source.version)
  deps.log.info('outbox.fannedOut', { source: source.id, owed: source.outbox.length, made: told.length })
  await allEnded<unknown>([cleared, ...told.map(({ notice, reach }) => deliver({ notice }, reach, deps))])
}
