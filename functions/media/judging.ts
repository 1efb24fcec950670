import type { MediaId } from '../../contract/media'
import { isProblem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { change } from '../platform/table'
import { isFailure } from '../platform/wechat'
import type { MediaJudged } from '../platform/wechat-content'
import { type Deps, mark } from './deps'
import { cleanKey, rawKey } from './keys'
import { asked, askedInVain, due, flagged, judged, type MediaItem, unanswered } from './media'

/** WeChat fetches the file when it comes to it; its verdict comes within half an hour. */
const ADDRESS_MINUTES = 60
/** A verdict may be here before the answer that says under which name it comes. */
const TRACE_LOOKS = 3
const TRACE_PAUSE_MS = 500

/** Asking WeChat about what was uploaded, and what follows from its verdict or its silence. */
export function judging(deps: Pick<Deps, 'items' | 'blobs' | 'wechat' | 'openidOf' | 'flag' | 'clock' | 'log'>) {
  const { items, blobs, wechat, clock, log } = deps
  const changed = (id: MediaId, rule: (item: MediaItem) => MediaItem) => change({ read: () => items.get(id), write: items.put }, rule)

  /** Asks for a verdict, and stores when to look for it. */
  async function ask({ id, kind }: MediaItem): Promise<void> {
    const account = await items.owners.get(id)
    const openid = account && (await deps.openidOf(account))
    if (!openid) {
      await changed(id, (item) => askedInVain(item, true, clock()))
      return
    }
    const address = await blobs.urlOf(cleanKey(id), clock(), ADDRESS_MINUTES)
    const answer = await wechat.askAboutMedia(openid, address, kind)
    if (isFailure(answer)) {
      await changed(id, (item) => askedInVain(item, answer.failure === 'permanent', clock()))
      return
    }
    await items.traces.put(answer.trace, id, clock())
    await changed(id, asked)
  }

  async function mediaOf(trace: string): Promise<MediaId | undefined> {
    for (let look = 1; look <= TRACE_LOOKS; look++) {
      const id = await items.traces.get(trace)
      if (id || look === TRACE_LOOKS) return id
      await new Promise((resolve) => setTimeout(resolve, TRACE_PAUSE_MS))
    }
    return undefined
  }

  async function throwAway(item: MediaItem): Promise<void> {
    await Promise.all([blobs.delete(rawKey(item.id)), blobs.delete(cleanKey(item.id))])
    if (await items.remove(item)) log.info('media.thrownAway', { media: item.id })
  }

  return {
    ask,
    /** Takes WeChat's verdict; one about nothing that we have is left. */
    verdict: async ({ trace_id: trace, result }: MediaJudged): Promise<void> => {
      const id = await mediaOf(trace)
      if (!id || !result) return log.warn('media.noVerdict', { media: id })
      const after = await changed(id, (item) => judged(item, result.suggest, clock()))
      log.info('media.judged', { media: id, suggest: result.suggest, state: isProblem(after) ? after.problem : after.state })
    },
    /** Does what has fallen due for this item. */
    wake: async (id: MediaId, now: Instant): Promise<void> => {
      const item = await items.get(id)
      if (!item) return
      switch (due(item, now)) {
        case 'throwAway':
          return throwAway(item)
        case 'ask':
          return ask(item)
        case 'hold':
          await changed(id, (current) => unanswered(current, now))
          return
        case 'flag':
          if (item.ticketId && item.toFlag) await mark(deps, item.ticketId, id)
          await changed(id, flagged)
          return
        case 'nothing':
          // Its deadline was for a state that it has left.
          if (item.wakeAt && item.wakeAt <= now) await changed(id, flagged)
      }
    },
  }
}
