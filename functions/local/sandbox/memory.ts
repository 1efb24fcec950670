import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import * as z from 'zod/mini'

/** Something that arrived on a telephone. */
export const Arrived = z.object({
  id: z.number(),
  at: z.string(),
  by: z.enum(['wechat', 'sms']),
  /** Whose WeChat it arrived in. */
  person: z.optional(z.string()),
  /** At which number it arrived. */
  phone: z.optional(z.string()),
  title: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  /** The mini-program's page that a tap opens. */
  page: z.optional(z.string()),
})
export type Arrived = z.infer<typeof Arrived>

const Line = z.discriminatedUnion('what', [
  z.object({ what: z.literal('met'), person: z.string() }),
  z.object({ what: z.literal('granted'), person: z.string(), template: z.string(), left: z.number() }),
  z.object({ what: z.literal('arrived'), message: Arrived }),
])
type Line = z.infer<typeof Line>

const KEPT_MESSAGES = 500

function linesOf(file: string): Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [Line.parse(JSON.parse(text))]
      } catch {
        // The last line may be torn where the machine stopped in the middle of it.
        return []
      }
    })
}

/**
 * What the sandbox's WeChat knows: who has signed in, which messages they agreed to, and what has arrived. Kept as lines
 * appended to `file`, so that neither a restart nor a kill loses it; without a file it is forgotten.
 */
export function memory(file?: string) {
  const met = new Set<string>()
  const grants = new Map<string, number>()
  let messages: Arrived[] = []

  const keyOf = (person: string, template: string) => JSON.stringify([person, template])
  const learn = (line: Line) => {
    if (line.what === 'met') met.add(line.person)
    else if (line.what === 'granted') grants.set(keyOf(line.person, line.template), line.left)
    else messages = [...messages, line.message].slice(-KEPT_MESSAGES)
  }
  const remaining = (): Line[] => [
    ...[...met].map((person) => ({ what: 'met' as const, person })),
    ...[...grants].map(([key, left]) => {
      const [person, template] = z.tuple([z.string(), z.string()]).parse(JSON.parse(key))
      return { what: 'granted' as const, person, template, left }
    }),
    ...messages.map((message) => ({ what: 'arrived' as const, message })),
  ]
  const rewrite = () => {
    if (file)
      writeFileSync(
        file,
        remaining()
          .map((line) => `${JSON.stringify(line)}\n`)
          .join(''),
      )
  }
  const note = (line: Line) => {
    learn(line)
    if (file) appendFileSync(file, `${JSON.stringify(line)}\n`)
  }

  if (file) {
    mkdirSync(path.dirname(file), { recursive: true })
    linesOf(file).forEach(learn)
    rewrite()
  }

  const left = (person: string, template: string) => grants.get(keyOf(person, template)) ?? 0
  return {
    meet: (person: string) => {
      if (!met.has(person)) note({ what: 'met', person })
    },
    met: (): readonly string[] => [...met],
    /** How many messages of this template the person still agrees to. */
    left,
    grant: (person: string, template: string, by: 1 | -1) => note({ what: 'granted', person, template, left: left(person, template) + by }),
    arrive: (message: Omit<Arrived, 'id'>) => {
      const id = (messages.at(-1)?.id ?? 0) + 1
      note({ what: 'arrived', message: { ...message, id } })
      return id
    },
    /** Newest first. */
    messages: (): readonly Arrived[] => [...messages].reverse(),
    /** Forgets messages and grants; who has an account keeps it. */
    reset: () => {
      grants.clear()
      messages = []
      rewrite()
    },
  }
}
export type Memory = ReturnType<typeof memory>
