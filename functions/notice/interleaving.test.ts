import fc from 'fast-check'

import { MOST_TRIES } from '../../contract/notice'
import { AccountId } from '../../contract/account'
import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import { silentLog } from '../platform/log'
import type { ItemKey, RawItem } from '../platform/outbox'
import { tagger } from '../platform/tag'
import type { Failure } from '../platform/wechat'
import type { DispatchDeps } from './deps'
import { dispatch } from './dispatch'
import { Notice } from './notice'
import { owe } from './owed'
import { NOTICE_ENTITY } from './store'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const start = Instant.parse('2026-11-18T01:00:00.000Z')
const cadres = [1, 2, 3].map((n) => CadreId.parse(String(n).repeat(32)))
const [paired, clerk, accused] = cadres as [CadreId, CadreId, CadreId]
const desk = UnitId.parse('a'.repeat(32))
const source = { pk: 'ticket', sk: 'ticket' }

const owedBy = (step: string, at: Instant) => owe(step, 'breached', at, { to: 'cadre', cadreId: paired }, { to: 'desk', unitId: desk })

type Answer = 'sent' | Failure['failure'] | 'sentAndCrash' | 'crash'

class Crash extends Error {}

/** The table and WeChat in memory, with `dispatch`'s conditions; each access takes its turn when `turn` says so. */
function world(turn: () => Promise<unknown>, answers: Answer[]) {
  const items = new Map<string, Record<string, unknown>>()
  const sends: { by: 'wechat' | 'sms'; person: string; recorded: boolean }[] = []
  let [now, crashes, lost] = [start, 0, 0]

  const id = ({ pk, sk }: ItemKey) => `${pk}|${sk}`
  const noticeKey = ({ sourceId, id: noticeId }: Pick<Notice, 'sourceId' | 'id'>) => ({ pk: `notice-${sourceId}`, sk: noticeId })
  const raw = (notice: Notice) => ({ ...notice, ...noticeKey(notice), __edb_e__: NOTICE_ENTITY, owedsk: notice.owedAt })
  const noticeAt = (key: ItemKey) => Notice.safeParse(items.get(id(key))).data
  const put = ({ pk, sk }: ItemKey, item: Record<string, unknown>) => items.set(id({ pk, sk }), { ...item, pk, sk })
  const versionIs = (key: ItemKey, version: number) => items.get(id(key))?.['version'] === version

  const outbox: DispatchDeps['outbox'] = {
    read: async (key) => {
      await turn()
      const item = items.get(id(key))
      return item && structuredClone({ ...item, ...key })
    },
    clear: async (key, version) => {
      await turn()
      if (!versionIs(key, version)) return false
      const { owedsk: _, owedAt: __, owedTries: ___, ...rest } = items.get(id(key))!
      put(key, { ...rest, outbox: [], version: version + 1 })
      return true
    },
    pushBack: async (key, listedAt, until, tries) => {
      await turn()
      const item = items.get(id(key))
      if (item?.['owedsk'] !== listedAt) return false
      put(key, { ...item, owedAt: until, owedsk: until, owedTries: tries })
      return true
    },
    setAside: async () => {
      throw new Error('nothing here fails ten times')
    },
    due: async () => ({ keys: [...items.values()].map((item) => item as RawItem), more: false }),
  }

  /** What becomes of a message, by WeChat or as text. */
  function answered(by: 'wechat' | 'sms', person: string): { sent: true } | Failure {
    const answer = answers.shift() ?? 'sent'
    if (answer.startsWith('sent') || answer === 'unsure') sends.push({ by, person, recorded: answer === 'sent' })
    if (answer === 'unsure') lost++
    if (answer === 'crash' || answer === 'sentAndCrash') {
      crashes++
      throw new Crash()
    }
    return answer === 'sent' ? { sent: true } : { failure: answer as Failure['failure'], code: -1 }
  }

  const change: DispatchDeps['notices']['change'] = async (key, rule) => {
    for (;;) {
      await turn()
      const notice = noticeAt(noticeKey(key))!
      await turn()
      const next = rule(notice)
      if (next === notice) return notice
      if (!versionIs(noticeKey(key), notice.version)) continue
      const stored = { ...next, version: notice.version + 1 }
      put(noticeKey(key), raw(stored))
      return stored
    }
  }
  const notices = {
    change,
    add: async (notice: Notice) => {
      await turn()
      if (items.has(id(noticeKey(notice)))) return false
      put(noticeKey(notice), raw(notice))
      return true
    },
    put: async (next: Notice, from: number) => {
      await turn()
      if (!versionIs(noticeKey(next), from)) return false
      put(noticeKey(next), raw(next))
      return true
    },
    remove: async () => {
      throw new Error('nobody is barred after having been told')
    },
  }

  const deps: DispatchDeps = {
    outbox,
    notices: notices as unknown as DispatchDeps['notices'],
    // The paired cadre works at the desk's unit too.
    staffOf: async () => (await turn(), [clerk, paired, accused]),
    noteText: async () => {},
    stillMerged: async () => undefined,
    householdTags: async () => [],
    callIn: async (_, { unitId }) => ({ to: 'head', unitId }),
    wake: {},
    knower: async (cadreId) => (await turn(), { unitId: desk, mayLearn: () => cadreId !== accused }),
    reachOf: async (person) => {
      await turn()
      const cadreId = 'cadreId' in person ? person.cadreId : ''
      return { accounts: [{ id: AccountId.parse(cadreId), openid: cadreId }], phone: async () => cadreId }
    },
    passes: { isFirst: async () => (await turn(), true), textWaits: async () => (await turn(), undefined) },
    ledger: { spend: turn as never, emptied: turn as never },
    text: async ({ phone }) => {
      await turn()
      return answered('sms', phone)
    },
    wechat: {
      send: async ({ openid }) => {
        await turn()
        return answered('wechat', openid)
      },
    },
    templates: { villager: 'v', staff: 's' },
    tag: tagger('k'),
    clock: () => now,
    log: silentLog,
  }
  return {
    deps,
    sends,
    crashes: () => crashes,
    lost: () => lost,
    pass: (milliseconds: number) => (now = later(now, milliseconds)),
    submit: () => put(source, { id: 'b'.repeat(32), version: 1, outbox: owedBy('one', start), owedAt: start, owedsk: start }),
    /** A person's tap: another step, another debt, on the version that is there. */
    tap: () => {
      const item = items.get(id(source))!
      const outboxNow = [...(item['outbox'] as unknown[]), ...owedBy('two', start)]
      put(source, { ...item, version: Number(item['version']) + 1, outbox: outboxNow, owedAt: now, owedsk: now })
    },
    keys: () => [...items.values()].map(({ pk, sk }) => ({ pk, sk }) as ItemKey),
    owing: () => [...items.values()].filter(({ owedsk }) => owedsk !== undefined),
    notices: () => [...items.values()].flatMap((item) => Notice.safeParse(item).data ?? []),
  }
}

const answer = fc.constantFrom<Answer>('sent', 'sent', 'permanent', 'transient', 'quota', 'unsure', 'sentAndCrash', 'crash')
const event = fc.oneof(
  fc.record({ what: fc.constant('two' as const), of: fc.nat({ max: 9 }) }),
  fc.record({ what: fc.constant('tap' as const) }),
  fc.record({ what: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
)

test(`two dispatchers at once, crashes and taps between: everyone is told of each step, once (seed ${seed})`, async () => {
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(answer, { maxLength: 20 }),
    fc.array(event, { maxLength: 12 }),
    async (scheduler, answers, events) => {
      const { deps, sends, crashes, lost, ...play } = world(() => scheduler.schedule(Promise.resolve()), answers)
      const both = (key: ItemKey) => scheduler.waitFor(Promise.all([dispatch(key, deps), dispatch(key, deps)]))
      play.submit()
      let taps = 0
      for (const one of events) {
        if (one.what === 'pass') play.pass(one.minutes * minute)
        else if (one.what === 'tap' && taps++ === 0) play.tap()
        else if (one.what === 'two') {
          const keys = play.keys()
          const running = both(keys[one.of % keys.length]!)
          if (taps === 0 && one.of > 7) {
            taps++
            play.tap()
          }
          await running
        }
      }
      // The clock goes on until nothing is owed.
      for (let round = 0; round < 3 * MOST_TRIES && play.owing().length > 0; round++) {
        for (const key of play.keys()) await both(key)
        play.pass(60 * minute)
      }
      expect(play.owing()).toEqual([])
      const told = play.notices()
      const steps = taps > 0 ? 2 : 1
      expect(told.map(({ cadreId }) => cadreId).sort()).toEqual([paired, clerk].flatMap((one) => Array<CadreId>(steps).fill(one)).sort())
      expect(told.every(({ state, wechat }) => state !== 'pending' && wechat.tries <= MOST_TRIES)).toBe(true)
      expect(sends.map(({ person }) => person)).not.toContain(accused)
      // A message goes out twice by one channel only where a crash, or an answer that was lost, hid that it had gone out.
      const hidden = sends.filter(({ recorded }) => !recorded).length
      const known = (by: 'wechat' | 'sms') => sends.filter((one) => one.by === by && one.recorded).length
      expect(hidden).toBeLessThanOrEqual(crashes() + lost())
      expect(known('wechat')).toBe(told.filter(({ wechat }) => wechat.state === 'sent').length)
      expect(known('sms')).toBe(told.filter(({ sms }) => sms.state === 'sent').length)
      for (const { person } of sends)
        expect(sends.filter((one) => one.by === 'sms' && one.person === person).length).toBeLessThanOrEqual(2 * steps)
    },
  )
  await fc.assert(property, { numRuns: 1000, seed })
}, 120_000)
