import { useEffect, useState } from 'react'
import * as z from 'zod/mini'

import { client } from '../../contract/client'
import { contract } from '../../contract/contract'
import { isProblem } from '../../contract/problem'
import { askOpenly, NO_ANSWER } from '../api/ask'
import { transport } from '../api/transport'

const Person = z.object({ id: z.string(), label: z.string(), note: z._default(z.string(), '') })
export type Person = z.infer<typeof Person>
const Persons = z.object({ items: z.array(Person) })
const Code = z.object({ code: z.string() })

const post = async (door: string, body: unknown) => {
  const reply = await fetch(`/sandbox${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return Code.parse(await reply.json()).code
}

/** Does with the person's phone what it would do itself: signs in by the sandbox's WeChat, is recognised as staff, says yes. */
async function approveAs({ id }: Person, code: string): Promise<string | undefined> {
  const opened = await askOpenly('POST /v1/sessions', { body: { code: await post('/login', { person: id }) } })
  if (isProblem(opened)) return opened.says
  const as = (token: string) => client(contract, (request) => transport({ ...request, token }))
  let phone = opened
  if (!phone.me.staff) {
    const proof = { by: 'wechat' as const, code: await post('/phone-code', { person: id }) }
    const tied = await as(phone.token)('POST /v1/staff-ties', { body: { proof } })
    if (isProblem(tied)) return tied.says
    phone = tied
  }
  const answer = await as(phone.token)('POST /v1/desktop-codes/{code}/approve', { params: { code } })
  return isProblem(answer) ? answer.says : undefined
}

/** The made-up town's staff, one of whom may be chosen to sign in on this desktop. */
export function usePick(code: string, near: string) {
  const [typed, setTyped] = useState(near)
  const [people, setPeople] = useState<readonly Person[]>([])
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState<string>()

  useEffect(() => {
    let late = false
    fetch(`/sandbox/persons?find=${encodeURIComponent(typed.trim())}`)
      .then(async (reply) => Persons.parse(await reply.json()).items)
      .then((items) => late || setPeople(items.filter(({ id }) => id.startsWith('cadre-'))))
      .catch(() => late || say(NO_ANSWER))
    return () => {
      late = true
    }
  }, [typed])

  async function pick(person: Person) {
    setBusy(person.id)
    try {
      say(await approveAs(person, code))
    } catch {
      say(NO_ANSWER)
    }
    setBusy(undefined)
  }
  return { typed, setTyped, people, says, busy, pick: (person: Person) => void pick(person) }
}
