import type { ServiceCard, UnitChoice } from '../../../contract/pairing'
import { type About, type Kind, SubmitTicket, type TicketId } from '../../../contract/ticket'
import type { Draft } from '../../api/draft'

/** A ticket as the form shows it: every choice made, by the person or by default. */
export type Form = {
  kind: Kind
  text: string
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

/** The cadre may follow a complaint up only where it is about neither the cadre nor the cadre's unit. */
const mayOfferCadre = (kind: Kind, about: About, aboutName: string, card: ServiceCard | undefined) =>
  kind === 'complaint' && card !== undefined && about.who !== 'myCadre' && aboutName !== card.unitName

/** The draft with everything that was not chosen set to its default. */
export function formOf(draft: Draft, card: ServiceCard | undefined): Form {
  const kind = draft.kind ?? 'complaint'
  const byDefault: About = kind !== 'complaint' && card ? { who: 'myCadre' } : { who: 'unknown' }
  const about = draft.about ?? byDefault
  const aboutName = draft.about && draft.aboutName ? draft.aboutName : about.who === 'myCadre' ? MY_CADRE : UNKNOWN
  const offered = mayOfferCadre(kind, about, aboutName, card)
  return {
    kind,
    text: draft.text,
    about,
    aboutName,
    confidential: draft.confidential ?? true,
    cadreMayFollow: offered && (draft.cadreMayFollow ?? false),
    mayOfferCadre: offered,
  }
}

/** Who will read it, in a sentence. */
export function summary({ kind, aboutName, about, confidential, cadreMayFollow }: Form, card: ServiceCard | undefined): string {
  if (kind === 'complaint') {
    const readers = cadreMayFollow && card ? `督查组和${card.cadreName}` : '督查组'
    return confidential ? `交给${readers}。办事的人看不到您的姓名和电话。` : `交给${readers}。办事的人会看到您的姓名和电话。`
  }
  const desk = about.who === 'unit' ? aboutName : card ? card.unitName : '乡镇办公室'
  return card ? `交给${card.cadreName}和${desk}。` : `交给${desk}。`
}

/** What is sent, or nothing where there are no words yet. */
export function ticketOf({ kind, about, text, confidential, cadreMayFollow }: Form, id: TicketId): SubmitTicket | undefined {
  const words = { id, about, text }
  const ticket = kind === 'complaint' ? { ...words, kind, confidential, cadreMayFollow } : { ...words, kind }
  const parsed = SubmitTicket.safeParse(ticket)
  return parsed.success ? parsed.data : undefined
}
