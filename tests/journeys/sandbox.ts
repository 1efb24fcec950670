import * as z from 'zod/mini'

import { until } from '../weapp/until'

const Person = z.object({
  id: z.string(),
  label: z.string(),
  phone: z.optional(z.string()),
  note: z.optional(z.string()),
  cardCode: z.optional(z.string()),
})
export type Person = z.infer<typeof Person>
const Persons = z.object({ items: z.array(Person) })
const Field = z.object({ label: z.string(), value: z.string() })
const Messages = z.object({ items: z.array(z.object({ by: z.string(), title: z.string(), fields: z.array(Field) })) })

const LIMIT_MS = 10_000

/** What a person at the sandbox's page can do: look people up and read what arrived on their telephones. */
export function sandboxAt(url: string) {
  const read = async <Schema extends z.ZodMiniType>(path: string, schema: Schema): Promise<z.infer<Schema>> =>
    schema.parse(await (await fetch(`${url}/sandbox/${path}`)).json())
  const arrived = async (who: string) => (await read(`messages?${who}`, Messages)).items

  return {
    /** Anybody of the fixture, by what the page's search box finds first. */
    search: async (typed: string): Promise<Person> => {
      const [person] = (await read(`persons?find=${encodeURIComponent(typed)}`, Persons)).items
      if (!person) throw new Error(`nobody is called ${typed}`)
      return person
    },
    async find(...words: string[]): Promise<Person> {
      const { items } = await read('persons', Persons)
      const found = items.find(({ label, note }) => words.every((word) => `${label} ${note}`.includes(word)))
      if (!found) throw new Error(`nobody is ${words.join(' ')} among ${items.map(({ label, note }) => `${label} ${note}`).join('; ')}`)
      return found
    },
    /** The six digits of the newest text message to `phone`, once it is another one than `not`. */
    smsCode: (phone: string, not?: string) =>
      until(async () => {
        const texts = (await arrived(`phone=${phone}`)).filter(({ by }) => by === 'sms')
        const code = texts
          .flatMap(({ fields }) => fields)
          .map(({ value }) => /验证码 (\d{6})/.exec(value)?.[1])
          .find(Boolean)
        return code && code !== not ? code : undefined
      }, LIMIT_MS),
    /** All words of the WeChat messages that this person got, newest first. */
    wechat: async (person: string) =>
      (await arrived(`person=${encodeURIComponent(person)}`))
        .filter(({ by }) => by === 'wechat')
        .map(({ title, fields }) => [title, ...fields.map(({ label, value }) => `${label} ${value}`)].join(' ')),
  }
}
export type Sandbox = ReturnType<typeof sandboxAt>
