import { occasions } from '../../contract/notice'
import type { Instant } from '../../contract/route'
import { kinds } from '../../contract/ticket'
import { shanghai } from '../../contract/time'
import { isToVillager, type Notice } from './notice'

const two = (n: number) => String(n).padStart(2, '0')

function when(deadline: Instant): string {
  const at = shanghai(deadline)
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

function noteOf(notice: Notice): string {
  const { deadline } = notice
  if (!deadline) return '请打开小程序看看'
  return isToVillager(notice) ? `最迟${when(deadline)} 办好` : `请在${when(deadline)} 前处理`
}

const pageOf = (notice: Notice) => {
  const { ticketId, occasion } = notice
  if (isToVillager(notice)) return ticketId ? `villager/ticket/screen?id=${ticketId}` : 'pages/home/screen'
  if (occasion === 'tieAsked') return 'cadre/requests/screen'
  return ticketId ? `cadre/letter/screen?id=${ticketId}` : 'cadre/letters/screen'
}

/**
 * What WeChat shows on the lock screen, by the keys of the product's templates: number, kind, what happened, deadline.
 * No words of a ticket, no name. The deadline is a `thing`, because a template must not have an empty field.
 */
export const messageOf = (notice: Notice) => ({
  page: pageOf(notice),
  data: {
    character_string1: notice.number ?? '-',
    phrase2: notice.kind ? kinds[notice.kind] : '服务卡',
    thing3: occasions[notice.occasion],
    thing4: noteOf(notice),
  },
})
