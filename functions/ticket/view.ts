import type { Letter, OwnTicket, TimelineEntry } from '../../contract/ticket'
import type { Entry, Head } from './head'
import { actionsFor } from './ticket'
import type { Sender, Words } from './words'

const entryFor =
  (sender: string) =>
  ({ at, step, by, text, face }: Entry): TimelineEntry => ({ at, step, text, face, by: by.side === 'sender' ? sender : by.name })

/** The ticket as its sender reads it. `handler` is whom they may call about it. */
export const ownTicket = (head: Head, { text }: Words, handler: OwnTicket['handler']): OwnTicket => ({
  ...head,
  text,
  timeline: head.timeline.map(entryFor('您')),
  can: actionsFor(head, 'sender'),
  handler,
})

/** The ticket as those who handle it read it; without `sender` where the complaint is confidential. */
export const letter = (
  head: Head,
  { text }: Words,
  capacity: 'cadre' | 'desk' | 'inspection',
  extra: { sender?: Sender; notices?: Letter['notices'] },
): Letter => ({
  ...head,
  text,
  timeline: head.timeline.map(entryFor('村民')),
  can: actionsFor(head, capacity),
  sender: extra.sender && { name: extra.sender.name, phone: extra.sender.phone },
  notices: extra.notices,
})
