import type { Attached, MediaRef } from '../../contract/media'
import type { Letter, OwnTicket, TicketLine, TimelineEntry } from '../../contract/ticket'
import type { Capacity } from './access'
import type { Entry, Head } from './head'
import { lineOf } from './line'
import { actionsFor } from './moves'
import type { Sender, Words } from './words'

/** A ticket's photos and recordings as its readers get them, by id. */
export type Shown = ReadonlyMap<string, Attached>

const shownOf = (refs: readonly MediaRef[] | undefined, shown: Shown): Attached[] =>
  (refs ?? []).flatMap(({ id, when }) => {
    const one = shown.get(id)
    return one ? [{ ...one, ...(when && { when }) }] : []
  })

/** All photos and recordings that a ticket's steps name. */
export const refsOf = ({ timeline }: Pick<Head, 'timeline'>): MediaRef[] => timeline.flatMap(({ media = [] }) => media)

/** Who did it; of a sender's step also who wrote it down, where somebody did. */
function nameOf({ by, to }: Entry, sender: string): string {
  if (by.side === 'sender') return to ? `${sender}(${to})` : sender
  return by.side === 'staff' ? by.name : '系统'
}

const entryFor =
  (sender: string, shown: Shown) =>
  (entry: Entry): TimelineEntry => {
    const { at, step, by, text, to, face, media } = entry
    return {
      ...{ at, step, text, to: by.side === 'sender' ? undefined : to, face },
      by: nameOf(entry, sender),
      ...(media && { media: shownOf(media, shown) }),
    }
  }

/** What goes on inside the house is not the villager's burden; that it was escalated is theirs to know. */
const inside: readonly Entry['step'][] = [
  ...(['triaged', 'warned50', 'warned80', 'responseMissed', 'flagged', 'mergedHere', 'extensionAsked', 'extensionRefused'] as const),
  ...(['transferOffered', 'transferRefused', 'rectifyOverdue', 'callBackOverdue', 'raisedToHead'] as const),
]

/** What the staff answered to a ticket that goes on with this one's matter: theirs to read who had the same. */
const ofMain = ({ timeline }: Head): Entry[] =>
  timeline.filter(({ by, step }) => by.side === 'staff' && ['answered', 'resolved', 'declined'].includes(step))

const whole = (head: Head, { text }: Words, shown: Shown) => ({
  ...head,
  ...lineOf(head),
  text,
  media: shownOf(head.timeline[0]?.media, shown),
})

/** The ticket in a list, as somebody who may know of it sees it. */
export const line = (head: Head): TicketLine => ({ ...lineOf(head), id: head.id })

type Mine = { shown: Shown; handler: OwnTicket['handler']; mains: readonly Head[] }

/** The ticket as its sender reads it. `handler` is whom they may call about it; `mains` go on with its matter, the last one of them now. */
export function ownTicket(head: Head, words: Words, { shown, handler, mains }: Mine): OwnTicket {
  const entries = [...head.timeline, ...mains.flatMap(ofMain)].filter(({ step }) => !inside.includes(step))
  const extended = (entry: TimelineEntry): TimelineEntry => (entry.step === 'extended' ? { ...entry, text: head.extension?.text } : entry)
  return {
    ...whole(head, words, shown),
    timeline: entries
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(entryFor('您', shown))
      .map(extended),
    can: actionsFor(head, 'sender'),
    handler,
    mergedInto: (mains.at(-1) ?? head.mergedInto)?.number,
    flagged: undefined,
    decide: undefined,
  }
}

type Told = { shown: Shown; sender?: Sender } & Pick<Letter, 'notices' | 'senderReads'>

/** The ticket as those who handle or watch it read it; without `sender` where the complaint is confidential. */
export const letter = (head: Head, words: Words, capacity: Capacity, { shown, sender, notices, senderReads }: Told): Letter => ({
  ...whole(head, words, shown),
  timeline: head.timeline.map(entryFor('村民', shown)),
  can: actionsFor(head, capacity),
  sender: sender && { name: sender.name, phone: sender.phone, place: sender.place },
  mayReveal: head.confidential && (capacity === 'inspection' || capacity === 'desk'),
  offer: head.offer && { to: head.offer.name, from: head.offer.from, text: head.offer.text },
  extensionAsked: head.extension?.state === 'asked' ? { until: head.extension.until, text: head.extension.text } : undefined,
  merged: head.merged.map(({ number }) => number),
  notices,
  senderReads,
  ...(capacity !== 'inspection' && { flagged: undefined }),
})
