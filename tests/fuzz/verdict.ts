import { isDeepStrictEqual } from 'node:util'

import * as z from 'zod/mini'

import { everywhere, ProblemReply, sentences } from '../../contract/problem'
import type { Route } from '../../contract/route'

/** What a refused request may store all the same, and why. */
export const storedByRefusals: Readonly<Record<string, string>> = {
  allowance: 'a try that fails is one of the day’s tries',
  phonecode: 'a wrong code is one of the five tries',
  number: 'a number is given out once, even to what fails afterwards',
  surveytotalspart: 'the last part shows what they all come to',
  lookup: 'who looks a household up is written down before it is looked for',
}

const inside =
  /\bat .+:\d+:\d+|node_modules|\.(?:ts|js|mjs):\d|(?:Type|Range|Syntax|Electro|Zod)Error|dynamo|ECONN|__edb|"pk":|ConditionalCheck/i

/** What came back, and what was stored meanwhile. `route` is missing where the request went somewhere else. */
export type Answered = { status: number; text: string; method: string; written: readonly string[]; route?: Route }

function wrongRefusal({ status, written, route }: Answered, json: unknown): string[] {
  const reply = ProblemReply.safeParse(json)
  if (!reply.success) return ['a refusal of another form']
  const { problem, says, fields = [] } = reply.data
  const known: readonly string[] = [...everywhere, ...(route?.problems ?? [])]
  const kept = written.filter((entity) => !(entity in storedByRefusals))
  return [
    ...(says === sentences[problem] ? [] : ['a refusal in other words']),
    ...(isDeepStrictEqual(reply.data, json) ? [] : ['a refusal with something more']),
    ...(route && !known.includes(problem) ? [`${problem} is no problem of this route`] : []),
    ...(fields.every((field) => field.length <= 60) ? [] : ['a long field name']),
    ...(kept.length ? [`refused with ${problem} (${status}), and stored: ${kept.join(', ')}`] : []),
  ]
}

function wrongReply(route: Route, json: unknown): string[] {
  const parsed = route.reply.safeParse(json)
  if (!parsed.success) return [`a reply against its schema: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`]
  return isDeepStrictEqual(parsed.data, json) ? [] : ['a reply with something more than its schema']
}

function jsonOf(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** What is wrong with an answer; nothing, if all is well. */
export function wrongs(answered: Answered): string[] {
  const { status, text, method, route } = answered
  if (status >= 500) return [`status ${status}: ${text.slice(0, 200)}`]
  if (inside.test(text)) return [`an error's inside: ${text.slice(0, 200)}`]
  if (method === 'HEAD') return text === '' ? [] : ['HEAD with a body']
  const read = jsonOf(text)
  if (!read) return [`an answer that is no JSON (${status}): ${text.slice(0, 80)}`]
  if (status >= 400) return wrongRefusal(answered, read.json)
  if (status !== 200) return [`status ${status}`]
  return route ? wrongReply(route, read.json) : []
}

const Named = z.object({ problem: z.string() })
/** Under these a request was turned away before any handler saw it. */
const atTheDoor = ['badInput', 'signInAgain', 'notAllowed', 'tooLarge']

/** Whether a handler dealt with the request. */
export function reached({ status, text }: Answered): boolean {
  const refusal = Named.safeParse(jsonOf(text)?.json)
  return status === 200 || (refusal.success && !atTheDoor.includes(refusal.data.problem))
}
