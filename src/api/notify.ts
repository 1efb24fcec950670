import { type NoticeId, Templates } from '../../contract/notice'
import { ask } from './ask'
import { queries } from './cache'
import { phone } from './phone'
import { accountId } from './session'

const read = (id: NoticeId) => ask('POST /v1/inbox/{id}/read', { params: { id } })
const key = () => [accountId(), 'GET /v1/templates', {}]

/** Asks once more for consent to a message. WeChat wants this in the very tap, so the templates are known beforehand. */
export async function askConsent(side: 'villager' | 'staff') {
  const templates = Templates.safeParse(queries.getQueryData(key()))
  if (templates.success) await phone.consent([templates.data[side]])
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
