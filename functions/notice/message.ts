import { saysOf } from '../../contract/notice'
import type { Instant } from '../../contract/route'
import { kinds } from '../../contract/ticket'
import { shanghai } from '../../contract/time'
import type { Count } from './digest'
import { isToVillager, type Notice } from './notice'

const two = (n: number) => String(n).padStart(2, '0')

function when(deadline: Instant): string {
  const at = shanghai(deadline)
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

function noteOf(notice: Notice): string {
  const { deadline, occasion } = notice
  if (!deadline) return '请打开小程序看看'
  if (occasion === 'surveyInvited') return `${when(deadline)} 前领选票`
  if (occasion === 'breached' || occasion === 'responseMissed' || occasion === 'surveyOverdue') return `期限是${when(deadline)}`
  return isToVillager(notice) ? `最迟${when(deadline)} 办好` : `请在${when(deadline)} 前处理`
}

const aboutSurvey = ({ occasion }: Notice) => occasion === 'surveyInvited' || occasion === 'surveyRectify' || occasion === 'surveyOverdue'

const pageOf = (notice: Notice) => {
  const { ticketId, occasion } = notice
  if (aboutSurvey(notice)) return isToVillager(notice) ? 'survey/start/screen' : 'pages/inbox/screen'
  if (isToVillager(notice)) return ticketId ? `villager/ticket/screen?id=${ticketId}` : 'pages/home/screen'
  if (occasion === 'tieAsked') return 'cadre/requests/screen'
  return ticketId ? `cadre/letter/screen?id=${ticketId}` : 'cadre/letters/screen'
}

const kindOf = (notice: Notice) => (notice.kind ? kinds[notice.kind] : aboutSurvey(notice) ? '评议' : '服务卡')

/**
 * What WeChat shows on the lock screen, by the keys of the product's templates: number, kind, what happened, deadline.
 * No words of a ticket, no name. The deadline is a `thing`, because a template must not have an empty field.
 */
export const messageOf = (notice: Notice) => ({
  page: pageOf(notice),
  data: {
    character_string1: notice.number ?? '-',
    phrase2: kindOf(notice),
    thing3: saysOf(notice.occasion, isToVillager(notice)),
    thing4: noteOf(notice),
  },
})

const earliest = ({ deadline }: Count) => (deadline ? `最早${when(deadline)} 到期` : '请打开小程序看看')

/** The one message that stands for several: how many, and by when the first of them has to be dealt with. */
export const digestMessage = (count: Count) => ({
  page: 'cadre/letters/screen',
  data: { character_string1: '-', phrase2: '来信', thing3: `您有 ${count.count} 件来信待办`, thing4: earliest(count) },
})

/** The same for a text message: the parameters of its template, in the template's order. */
export const textOf = (notice: Notice) => ({
  template: 'progress' as const,
  values: [notice.number ?? '-', kindOf(notice), saysOf(notice.occasion, isToVillager(notice)), noteOf(notice)],
})
export const digestText = (count: Count) => ({ template: 'digest' as const, values: [String(count.count), earliest(count)] })
