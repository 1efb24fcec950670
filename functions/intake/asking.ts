import { type Inquiry, intakeLimits, type LastWord } from '../../contract/intake'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { Caller } from '../platform/bind'
import type { Deps } from './deps'
import { handledIt, inquiry } from './inquiry'
import { pickUpCode } from './pick-up'

type Asked = { number: string; code: string }
const wrong = { problem: 'pickUpWrong' } as const

/** How a ticket stands, for villagers who ask by its number and code. */
export function asking({ tickets, allowed, tag }: Pick<Deps, 'tickets' | 'allowed' | 'tag'>) {
  const codeOf = pickUpCode(tag)

  /**
   * The ticket, for its right code. A try is taken before anything is known and given back only to whoever may know of the
   * ticket: a wrong number, a wrong code and a barred reader get the same answer for the same price.
   */
  async function opened({ number, code }: Asked, caller: Caller, now: Instant) {
    const tries = tag('pick-up-tries', number)
    if (!(await allowed.take(tries, intakeLimits.pickUpTries, now))) return { problem: 'tooManyTries' } as const
    const head = await tickets.numbered(number)
    if (!head || codeOf(head.id) !== code || (await tickets.isHiddenFrom(head, caller))) return wrong
    await allowed.giveBack(tries, now)
    return head
  }

  async function told(head: Exclude<Awaited<ReturnType<typeof opened>>, Problem>, { staff }: Caller): Promise<Inquiry | typeof wrong> {
    const heard = await tickets.heard(head)
    return heard && staff ? inquiry(heard, !handledIt(head, staff.cadreId)) : wrong
  }

  return {
    ask: async (asked: Asked, caller: Caller, now: Instant) => {
      const head = await opened(asked, caller, now)
      return 'problem' in head ? head : told(head, caller)
    },

    /** Enters the sender's last word for them. */
    word: async ({ step, ...said }: LastWord, caller: Caller, now: Instant) => {
      const head = await opened(said, caller, now)
      if ('problem' in head) return head
      const { staff } = caller
      if (!staff) return wrong
      if (handledIt(head, staff.cadreId)) return { problem: 'typistHandledIt' } as const
      const takenBy = `${staff.unitName} ${staff.name} 代录`
      const what =
        said.word === 'confirm' ? ({ action: 'confirm', face: said.face } as const) : ({ action: 'reopen', text: said.text } as const)
      const after = await tickets.word(head.id, { id: step, takenBy, ...what }, now)
      if (!('problem' in after)) return told(after, caller)
      return after.problem === 'notFound' ? wrong : { problem: after.problem }
    },
  }
}
