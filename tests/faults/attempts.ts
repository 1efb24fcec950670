import * as z from 'zod/mini'

import type { ProblemName } from '../../contract/problem'
import { minute } from '../../contract/time'
import type { Lane, Process } from './lane'
import type { At, Call, Deed, Made, Route } from './steps'

/** Under these a phone keeps what it has to send, and tries again. */
const passing: readonly string[] = ['busy', 'changedMeanwhile', 'signInAgain', 'wechatAway']
/** With a code that works once it asks WeChat for another one. */
const passingAnew: readonly string[] = [...passing, 'wechatRefused']
const TRIES = 8

const Answer = z.looseObject({
  problem: z.optional(z.string()),
  number: z.optional(z.string()),
  token: z.optional(z.string()),
  session: z.optional(z.object({ token: z.string() })),
})
type Answer = z.infer<typeof Answer>

type Noting = {
  number: (name: string, number: string) => void
  answer: (route: Route, answer: unknown) => void
  wrong: (what: string) => void
  begins: (accident: At | undefined) => void
}

/** What a person does until it is done. */
export function attempts(lane: Lane, process: () => Promise<Process>, made: Made, noting: Noting) {
  const tokens = new Map<string, string>()
  /** Tickets are numbered by the answer to whoever sends them. */
  const numbered: readonly Route[] = ['POST /v1/tickets', 'POST /v1/intake/calls', 'POST /v1/intake/visits', 'POST /v1/intake/slips']

  async function ask(one: Process, { who, route, of, path }: Call, sent: object | undefined): Promise<Answer & { status: number }> {
    const [method = '', pattern = ''] = route.split(' ')
    const token = (await lane.token(who)) ?? tokens.get(who)
    const headers = token ? { authorization: `Bearer ${token}` } : undefined
    const url = path?.(made) ?? pattern.replace('{id}', of ? made.id(of) : '')
    const answer = await one.app.request(url, { method, headers, ...(sent && { body: JSON.stringify(sent) }) })
    return { ...Answer.parse(await answer.json()), status: answer.status }
  }

  function heard({ who, route, of }: Call, answer: Answer): void {
    if (answer.number && of && numbered.includes(route)) noting.number(of, answer.number)
    const token = answer.token ?? answer.session?.token
    if (token) tokens.set(who, token)
    noting.answer(route, answer)
  }

  return {
    /** Calls a route until it has been answered; how many steps before it has to be begun again, or that it was refused. */
    call: async (step: Call): Promise<number | 'stop'> => {
      const { body, anew, refused, done = [], back, accident } = step
      const passes = anew ? passingAnew : passing
      let sent = anew ? undefined : await body?.(made)
      noting.begins(accident)
      for (let tries = 0; tries < TRIES; tries++) {
        lane.pass(2000)
        if (anew) sent = await body?.(made)
        const one = await process()
        const outcome = await one.life.outlived(ask(one, step, sent))
        if (outcome === 'crashed' && accident?.givesUp) return 0
        if (outcome === 'crashed') continue
        const { status, ...answer } = outcome.result
        const { problem } = answer
        if (problem ? problem === refused || done.includes(problem as ProblemName) : status === 200) {
          heard(step, answer)
          return 0
        }
        if (problem && back?.on.includes(problem as ProblemName)) return back.steps
        if (problem && passes.includes(problem)) continue
        noting.wrong(`refused with ${problem ?? status} at try ${tries + 1}`)
        return 'stop'
      }
      noting.wrong(`not done after ${TRIES} tries`)
      return 'stop'
    },

    /** Does something until it is done, as whoever is told of it again would. */
    act: async ({ does, twice }: Deed): Promise<boolean> => {
      for (let tries = 0, left = twice ? 2 : 1; tries < TRIES; tries++) {
        const one = await process()
        const outcome = await one.life.outlived(
          does(one, made).then(
            () => 'done',
            () => 'failed',
          ),
        )
        await lane.judged()
        if (outcome !== 'crashed' && outcome.result === 'done' && --left === 0) return true
        lane.pass(minute)
      }
      noting.wrong(`not done after ${TRIES} tries`)
      return false
    },
  }
}
