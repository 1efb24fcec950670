import type { Side } from '../../contract/notice'
import { isProblem } from '../../contract/problem'
import { type Failure, isFailure } from '../platform/wechat'
import type { Outcome } from './channels'
import { lease, mayStillSend, settle } from './delivery'
import type { DispatchDeps, Reach } from './deps'
import type { Count } from './digest'
import { digestMessage, digestText, messageOf, textOf } from './message'
import { isToVillager, type Notice } from './notice'

/** Telephones of one person that are tried. */
const MOST_TELEPHONES = 3

const outcomeOf = ({ failure, code }: Failure): Outcome => ({ result: failure, code })

/** What is sent: the notice itself, or what a digest counts. */
export type Content = { notice: Notice; count?: Count }

/** The outcome of the first telephone that does not refuse for good; undefined where the lease is over. */
async function byWechat({ notice, count }: Content, { accounts }: Reach, deps: DispatchDeps): Promise<Outcome | undefined> {
  const { wechat, templates, ledger, clock } = deps
  const side: Side = isToVillager(notice) ? 'villager' : 'staff'
  const message = count ? digestMessage(count) : messageOf(notice)
  let outcome: Outcome = { result: 'none' }
  for (const { id, openid } of accounts.slice(0, MOST_TELEPHONES)) {
    if (!mayStillSend(notice, clock())) return undefined
    // Tried even where the ledger knows of no grant: a long-term template never runs out, and a phone's report may be lost.
    const answer = await wechat.send({ openid, template: templates[side], ...message })
    if (!isFailure(answer)) {
      await ledger.spend(id, side)
      return { result: 'sent' }
    }
    outcome = outcomeOf(answer)
    if (answer.code === 43101) await ledger.emptied(id, side)
    if (answer.failure !== 'permanent') break
  }
  return outcome
}

type Way = { phone: string }

/** The number that a text message goes to, or why none goes out now. What fails here has sent nothing, unlike what fails while it is sent. */
async function textWay(notice: Notice, reach: Reach, { text, passes, clock }: DispatchDeps): Promise<Way | Outcome> {
  try {
    const phone = text && (await reach.phone())
    if (!phone) return { result: 'none' }
    const until = notice.urgency === 'h2' ? undefined : await passes.textWaits(notice, clock())
    return until ? { result: 'later', until } : { phone }
  } catch {
    return { result: 'transient', code: 'busy' }
  }
}

async function byText({ notice, count }: Content, reach: Reach, deps: DispatchDeps): Promise<Outcome | undefined> {
  const { text, clock } = deps
  const way = await textWay(notice, reach, deps)
  if (!text || 'result' in way) return 'result' in way ? way : { result: 'none' }
  if (!mayStillSend(notice, clock())) return undefined
  const answer = await text({ ...way, ...(count ? digestText(count) : textOf(notice)), context: notice.id })
  return isFailure(answer) ? outcomeOf(answer) : { result: 'sent' }
}

/**
 * Sends a notice that is leased, and records how it went; where the next channel is due by that, it goes on with it. A
 * crash between sending and recording makes one more message of the same channel after the lease: by WeChat as often as it
 * crashes there, by text message once at most, because `sending` was recorded before.
 */
export async function deliver(content: Content, reach: Reach, deps: DispatchDeps): Promise<void> {
  const { notices, clock, log } = deps
  for (let { notice } = content; notice.lease;) {
    const { channel, until } = notice.lease
    const sent = { ...content, notice }
    const outcome = await (channel === 'wechat' ? byWechat(sent, reach, deps) : byText(sent, reach, deps))
    if (!outcome) return
    let mine = false
    const after = await notices.change(notice, (stored) => {
      const next = settle(stored, until, outcome, clock())
      mine = next !== stored
      return mine ? lease(next, clock()) : stored
    })
    const state = isProblem(after) ? after.problem : after.state
    const code = 'code' in outcome ? outcome.code : undefined
    log.info('notice.tried', { notice: notice.id, source: notice.sourceId, channel, outcome: outcome.result, code, state })
    // Another one's lease is another one's to use.
    if (isProblem(after) || !mine) return
    notice = after
  }
}
