import type { Media } from '../../../contract/media'
import type { ServiceCard, UnitChoice } from '../../../contract/pairing'
import { type About, type Category, type Kind, SubmitTicket, type TicketId, type Urgency } from '../../../contract/ticket'
import type { Draft } from '../../api/draft'
import { wordsFor } from '../../api/spoken-words'
import { sortOf, urgencyOf } from '../../ticket/sort'

/** A ticket as the form shows it: every choice made, by the person or by default. */
export type Form = {
  kind: Kind
  category: Category
  urgency: Urgency
  text: string
  media: Media
  about: About
  aboutName: string
  confidential: boolean
  cadreMayFollow: boolean
  mayOfferCadre: boolean
}

const MY_CADRE = '我的干部'
const UNKNOWN = '我不清楚'

export type AboutChoice = { about: About; name: string; small?: string }

/** Whom it can be about: the cadre, the departments around here, or nobody in particular. */
export const choicesFor = (card: ServiceCard | undefined, units: readonly UnitChoice[]): AboutChoice[] => [
  ...(card ? [{ about: { who: 'myCadre' as const }, name: MY_CADRE, small: `${card.cadreName},${card.unitName}` }] : []),
  ...units.map(({ id, name, does }) => ({ about: { who: 'unit' as const, unitId: id }, name, small: does })),
  { about: { who: 'unknown' as const }, name: UNKNOWN, small: '收到的人会帮您找对单位' },
]

/** The cadre may follow a complaint up only where it is about neither the cadre nor the cadre's unit, and nobody was asked for money. */
const mayOfferCadre = (kind: Kind, category: Category, about: About, aboutName: string, card: ServiceCard | undefined) =>
  kind === 'complaint' && category !== 'taking' && card !== undefined && about.who !== 'myCadre' && aboutName !== card.unitName

/** The draft with everything that was not chosen set to its default. */
export function formOf(draft: Draft, card: ServiceCard | undefined): Form {
  const kind = draft.kind ?? 'complaint'
  const byDefault: About = kind !== 'complaint' && card ? { who: 'myCadre' } : { who: 'unknown' }
  const about = draft.about ?? byDefault
  const aboutName = draft.about && draft.aboutName ? draft.aboutName : about.who === 'myCadre' ? MY_CADRE : UNKNOWN
  const category = sortOf(kind, draft.category)
  const offered = mayOfferCadre(kind, category, about, aboutName, card)
  return {
    kind,
    category,
    urgency: urgencyOf(kind, category),
    text: draft.text,
    media: draft.media ?? [],
    about,
    aboutName,
    confidential: draft.confidential ?? true,
    cadreMayFollow: offered && (draft.cadreMayFollow ?? false),
    mayOfferCadre: offered,
  }
}

/** Who reads a complaint and who does not, without a word that could turn out untrue. */
function readersOf({ category, about, aboutName, confidential, cadreMayFollow }: Form, card: ServiceCard | undefined): string {
  const accused = about.who === 'unit' ? `${aboutName}看不到这件事。` : ''
  const mine = !card ? '' : about.who === 'myCadre' ? ',您的干部和他的单位都看不到' : ',您的干部看不到'
  const to =
    category === 'taking' ? `直接交督查组${mine}。` : cadreMayFollow && card ? `交给督查组和${card.cadreName}。` : `交给督查组${mine}。`
  return `${to}${accused}${confidential ? '办事的人也看不到您的姓名和电话。' : '办事的人会看到您的姓名和电话。'}`
}

/** Who will read it and when there is a first answer, in plain words. */
export function summary(form: Form, card: ServiceCard | undefined): string {
  const soon = `${form.urgency === 'h2' ? '2' : '24'} 小时内有回音。`
  if (form.kind === 'complaint') return readersOf(form, card) + soon
  const desk = form.about.who === 'unit' ? form.aboutName : card ? card.unitName : '乡镇办公室'
  return `交给${card ? `${card.cadreName}和` : ''}${desk}。${soon}`
}

/** What is sent, or nothing where there is neither a word nor a recording yet. */
export function ticketOf(
  { kind, category, about, text, media, confidential, cadreMayFollow }: Form,
  id: TicketId,
): SubmitTicket | undefined {
  const words = { id, about, category, media, text: wordsFor(text, media) }
  const ticket = kind === 'complaint' ? { ...words, kind, confidential, cadreMayFollow } : { ...words, kind }
  const parsed = SubmitTicket.safeParse(ticket)
  return parsed.success ? parsed.data : undefined
}
