import * as z from 'zod/mini'
import { create } from 'zustand'

import { Home } from '../../contract/intake'
import { Media } from '../../contract/media'
import { UnitId } from '../../contract/pairing'
import { About, Category, DeclineReason, Kind } from '../../contract/ticket'
import type { Errand } from './errand'
import { accountId } from './session'
import { wordsBack } from './spoken-words'
import { forget, keep, kept } from './storage'

/** What has been begun and not been sent: words, what goes with them, and the choices of whichever form it was begun in. */
export const Draft = z.object({
  text: z.string(),
  media: z.optional(Media),
  kind: z.optional(Kind),
  category: z.optional(Category),
  about: z.optional(About),
  aboutName: z.optional(z.string()),
  confidential: z.optional(z.boolean()),
  cadreMayFollow: z.optional(z.boolean()),
  unitId: z.optional(UnitId),
  unitName: z.optional(z.string()),
  reason: z.optional(DeclineReason),
  workingDays: z.optional(z.number()),
  /** The number of the ticket to merge with, as far as it was typed. */
  into: z.optional(z.string()),
  /** For whom it is written, on a visit. */
  home: z.optional(Home),
  homeName: z.optional(z.string()),
  villagerName: z.optional(z.string()),
  phone: z.optional(z.string()),
  /** Why it came back, if it was sent and refused. */
  says: z.optional(z.string()),
  /** Its writer closed it: it is there when it is taken up again, and does not open by itself. */
  aside: z.optional(z.boolean()),
})
export type Draft = z.infer<typeof Draft>

export const NEW_TICKET = 'ticket'
export const NEW_VISIT = 'visit'
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
  return [current, (change) => write(name, { ...draft(name), aside: undefined, ...change })]
}

export function draftName(errand: Errand): string {
  if (errand.task === 'submit') return NEW_TICKET
  return errand.task === 'visit' ? NEW_VISIT : `${errand.task}:${errand.ticketId}`
}

/** Whether anything has been put into it. */
export const isBegun = ({ text, media, into }: Draft) => Boolean(text.trim() || media?.length || into)

/** Whether it is open again after a kill: it was being written, and was not set aside. */
export const opensAgain = (found: Draft) => isBegun(found) && !found.aside

/** Closes what is being written, and keeps the words. */
export function setAside(name: string) {
  const found = draft(name)
  if (isBegun(found)) write(name, { ...found, aside: true })
}

function asDraft(errand: Errand): Draft | undefined {
  if (errand.task === 'visit') {
    const { ticket, ...beside } = errand.body
    return Draft.parse({ ...beside, ...ticket, aboutName: errand.aboutName, homeName: errand.homeName })
  }
  if (errand.task !== 'submit') return 'text' in errand || 'into' in errand ? Draft.parse({ text: '', ...errand }) : undefined
  return Draft.parse({ ...errand.body, aboutName: errand.aboutName })
}

/** Puts an errand's words back where they were written; false where another draft stands there, which must not be lost. */
export function takeBack(errand: Errand, says?: string): boolean {
  const words = asDraft(errand)
  const name = draftName(errand)
  if (!words || isBegun(draft(name))) return false
  write(name, { ...words, text: wordsBack(words.text), says })
  return true
}
