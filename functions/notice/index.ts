import type { Letter } from '../../contract/ticket'
import type { Notice } from './notice'
import type { Notices } from './store'

export type { DispatchDeps } from './deps'
export { dispatch, MOST_FAILURES, sweep } from './dispatch'
export { noticeRoutes } from './routes'
export { ledger } from './ledger'
export { passes } from './passes'
export { notices, type Notices } from './store'

const roleWords: Record<Notice['role'], string> = {
  cadre: '结对干部',
  leader: '包村领导',
  desk: '单位经办人',
  inspection: '督查组',
  head: '单位负责人',
  office: '办公室',
  sender: '来信人',
  mergedSender: '并办的来信人',
  household: '抽中的人家',
}

/** How each notice about an item fared, oldest first: in which role somebody was told, never who. */
export async function noticesOf(notices: Pick<Notices, 'about'>, sourceId: string): Promise<NonNullable<Letter['notices']>> {
  const all = await notices.about(sourceId)
  return all.map(({ role, occasion, state, wechat, sms, at }) => ({
    to: roleWords[role],
    occasion,
    delivery: state,
    tries: wechat.tries + sms.tries,
    at,
  }))
}
