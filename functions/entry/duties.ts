import { TicketId } from '../../contract/ticket'
import { type DispatchDeps, dispatch, passes, sweep } from '../notice'
import { type ItemKey, outbox } from '../platform/outbox'
import { surveyWake } from '../survey'
import { settleSent } from '../ticket'
import type { Features } from './features'

export type Duties = {
  /** Does what the item under this key owes. */
  dispatch: (key: ItemKey) => ReturnType<typeof dispatch>
  /** Does what is owed by now, until `until`; how many items that were. */
  sweep: (until?: Parameters<typeof sweep>[1]) => ReturnType<typeof sweep>
}

/** What the product does unasked: tells people, acts on deadlines, has contents checked. */
export function duties({ settings: { templates }, table, sms, clock, log, ...features }: Features): Duties {
  const { told, tellings, grants, media, clockwork, heads, words, wechat, tag, survey } = features
  const deps: DispatchDeps = {
    outbox: outbox(table),
    notices: told,
    ...tellings,
    passes: passes(table),
    ledger: grants,
    text: sms.text,
    noteText: media.noteText,
    callIn: clockwork.callIn,
    wake: {
      ...media.wake,
      ...surveyWake(survey),
      ticket: (item, now) => clockwork.wake(TicketId.parse(item['id']), now),
      sender: (item, now) => settleSent(item, now, { heads, words }),
    },
    wechat,
    templates,
    tag,
    clock,
    log,
  }
  return { dispatch: (key) => dispatch(key, deps), sweep: (until) => sweep(deps, until) }
}
