import type { Instant } from '../../contract/route'
import { StepId, TicketId } from '../../contract/ticket'
import { change } from '../platform/table'
import { idOf } from '../platform/tag'
import { isFailure } from '../platform/wechat'
import { type Deps, mark } from './deps'
import { openCheck, type Outcome, type TextCheck, tried } from './text-check'

/** A step of a ticket in which a villager wrote something. */
export type Written = { ticketId: string; step: string; at: Instant }

/** Having WeChat look at what villagers write. Whatever it says, the text stays where it is and is read by those who handle it. */
export function texts({ checks, wechat, textOf, flag, clock, log }: Pick<Deps, 'checks' | 'wechat' | 'textOf' | 'flag' | 'clock' | 'log'>) {
  async function outcomeOf({ ticketId, step }: TextCheck): Promise<Outcome> {
    const written = await textOf(ticketId, step)
    if (!written?.openid) return 'gone'
    const answer = await wechat.judgeText(written.openid, written.text)
    if (isFailure(answer)) return answer.failure === 'permanent' ? 'permanent' : 'transient'
    return answer.suggest
  }

  return {
    /** Notes that WeChat has to look at this; once, however often it is said. */
    note: async ({ ticketId, step, at }: Written): Promise<void> => {
      const id = idOf('text', `${ticketId}:${step}`)
      await checks.add(openCheck(id, TicketId.parse(ticketId), StepId.parse(step), at))
    },
    wake: async (id: string): Promise<void> => {
      const check = await checks.get(id)
      if (check?.state !== 'open') return
      const outcome = await outcomeOf(check)
      // First the ticket: a crash before the next line asks and marks once more, and marking again changes nothing.
      if (outcome === 'review' || outcome === 'risky') await mark({ flag }, check.ticketId, check.step)
      const after = await change({ read: () => checks.get(id), write: checks.put }, (current) => tried(current, outcome, clock()))
      if (!('problem' in after)) log.info('text.checked', { ticket: check.ticketId, outcome, state: after.state })
    },
  }
}
