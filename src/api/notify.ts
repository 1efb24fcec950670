import { GrantId, GrantsLeft, type NoticeId, type Side, Templates, Verdict } from '../../contract/notice'
import { instant, shanghaiDay } from '../../contract/time'
import { ask } from './ask'
import { queries } from './cache'
import { Known, mayAsk } from './consent'
import { newId } from './id'
import { phone } from './phone'
import { accountId } from './session'
import { keep, kept } from './storage'

const read = (id: NoticeId) => ask('POST /v1/inbox/{id}/read', { params: { id } })
const key = () => [accountId(), 'GET /v1/templates', {}]

const keptUnder = () => `grants:${accountId()}`
const known = () => kept(keptUnder(), Known) ?? {}

/** Notes what the server counts, for the next tap; what cannot be fetched is asked for another time. */
async function note(count: () => Promise<unknown>) {
  try {
    const left = GrantsLeft.safeParse(await count())
    if (left.success) keep(keptUnder(), { ...known(), left: left.data })
  } catch {
    // Without signal the phone goes by what it knew.
  }
}

/**
 * Asks for consent to one more message where few are left, or where the person has `pressed` for it. WeChat wants this in the
 * very tap, so that templates and counts are known beforehand.
 */
export async function askConsent(side: Side, { pressed = false } = {}) {
  const templates = Templates.safeParse(queries.getQueryData(key()))
  const today = shanghaiDay(instant(new Date()))
  if (!templates.success) return
  if (!pressed && !mayAsk(known(), side, today)) return note(() => ask('GET /v1/grants'))
  const said = Verdict.safeParse((await phone.consent([templates.data[side]]))[templates.data[side]])
  if (!said.success) return
  if (said.data !== 'accept') keep(keptUnder(), { ...known(), refusedOn: { ...known().refusedOn, [side]: today } })
  const id = GrantId.parse(await newId())
  await note(() => ask('POST /v1/grants', { body: { id, verdicts: { [side]: said.data } } }))
}

/** Marks a notice as read; if that does not get through, it stays unread and no harm is done. */
export async function markRead(id: NoticeId) {
  try {
    await read(id)
    await queries.invalidateQueries({ queryKey: [accountId(), 'GET /v1/inbox'] })
  } catch {
    // Stays unread.
  }
}
