import * as z from 'zod/mini'
import { create } from 'zustand'

import { About, Kind } from '../../contract/ticket'
import type { Errand } from './errand'
import { accountId } from './session'
import { forget, keep, kept } from './storage'

/** What has been begun and not been sent. The choices belong to a new ticket; an answer or a supplement has words alone. */
export const Draft = z.object({
  text: z.string(),
  kind: z.optional(Kind),
  about: z.optional(About),
  aboutName: z.optional(z.string()),
  confidential: z.optional(z.boolean()),
  cadreMayFollow: z.optional(z.boolean()),
  /** Why it came back, if it was sent and refused. */
  says: z.optional(z.string()),
})
export type Draft = z.infer<typeof Draft>

export const NEW_TICKET = 'ticket'
const EMPTY: Draft = { text: '' }

const storedUnder = (account: string, name: string) => `draft:${account}:${name}`

type Drafts = { account: string; byName: Record<string, Draft> }
const useDrafts = create<Drafts>(() => ({ account: '', byName: {} }))

/** Looks at the drafts of `account` alone. */
export const openDrafts = (account: string) => useDrafts.setState({ account, byName: {} })

/** The draft under `name`, from memory or from the phone's storage. */
export function draft(name: string): Draft {
  const { account, byName } = useDrafts.getState()
  return byName[name] ?? kept(storedUnder(account, name), Draft) ?? EMPTY
}

/** Keeps a draft at once, so that nothing that was typed is lost when the program is killed. */
export function write(name: string, next: Draft) {
  const account = accountId()
  keep(storedUnder(account, name), next)
  useDrafts.setState((state) => ({ account, byName: { ...(state.account === account ? state.byName : {}), [name]: next } }))
}

export function clear(name: string) {
  forget(storedUnder(accountId(), name))
  useDrafts.setState((state) => ({ byName: { ...state.byName, [name]: EMPTY } }))
}

/** The draft under `name`, and how to change it. */
export function useDraft(name: string): [Draft, (change: Partial<Draft>) => void] {
  const current = useDrafts((state) => state.byName[name]) ?? draft(name)
  return [current, (change) => write(name, { ...draft(name), ...change })]
}

export const draftName = (errand: Errand) => (errand.task === 'submit' ? NEW_TICKET : `${errand.task}:${errand.ticketId}`)

function asDraft(errand: Errand): Draft | undefined {
  if (errand.task !== 'submit') return 'text' in errand ? { text: errand.text } : undefined
  const { kind, about, text } = errand.body
  const choices =
    errand.body.kind === 'complaint' ? { confidential: errand.body.confidential, cadreMayFollow: errand.body.cadreMayFollow } : {}
  return { kind, about, text, aboutName: errand.aboutName, ...choices }
}

/** Puts an errand's words back where they were written; false where another draft stands there, which must not be lost. */
export function takeBack(errand: Errand, says?: string): boolean {
  const words = asDraft(errand)
  const name = draftName(errand)
  if (!words || draft(name).text.trim()) return false
  write(name, { ...words, says })
  return true
}
