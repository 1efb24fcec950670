import { type Circle, WriteVisit } from '../../../contract/intake'
import type { Media } from '../../../contract/media'
import { type About, type Category, type Kind, kinds, type TicketId } from '../../../contract/ticket'
import type { Draft } from '../../api/draft'
import { wordsFor } from '../../api/spoken-words'
import { sortName, sortOf } from '../../ticket/sort'

/** What is written for a villager, every choice made, by the person or by default. */
export type Form = {
  villagerName: string
  phone: string
  homeName: string
  kind: Kind
  category: Category
  about: About
  aboutName: string
  text: string
  media: Media
  confidential: boolean
  cadreMayFollow: boolean
}

const THEIR_CADRE = '他家的干部'
const UNKNOWN = '他也不清楚'

/** One of those whom it can be about; `conflict`: a complaint about them is not the reader's to write. */
export type AboutChoice = { key: string; about: About; name: string; small: string; conflict: boolean }

/** Whom it can be about. Without a signal nobody is known but the household's own people. */
export function aboutChoices(circle: Circle | undefined): AboutChoice[] {
  const unknown = { key: 'unknown', about: { who: 'unknown' as const }, name: UNKNOWN, small: '收到的人会找对单位', conflict: false }
  if (!circle) return [unknown]
  const { cadre, units } = circle
  const mine = cadre && { small: `${cadre.name},${cadre.unitName}`, conflict: cadre.conflict }
  return [
    ...(mine ? [{ key: 'myCadre', about: { who: 'myCadre' as const }, name: THEIR_CADRE, ...mine }] : []),
    ...units.map(({ id, name, does, conflict }) => ({ key: id, about: { who: 'unit' as const, unitId: id }, name, small: does, conflict })),
    unknown,
  ]
}

/** By what one of the choices is told from the others. */
export const keyOf = (about: About) => (about.who === 'unit' ? about.unitId : about.who)

/** The draft with everything that was not chosen set to its default. */
export function formOf(draft: Draft): Form {
  const kind = draft.kind ?? 'help'
  const about = draft.about ?? { who: 'unknown' }
  return {
    ...{ kind, about, category: sortOf(kind, draft.category), text: draft.text, media: draft.media ?? [] },
    ...{ villagerName: draft.villagerName ?? '', phone: draft.phone ?? '', homeName: draft.homeName ?? '' },
    aboutName: draft.about ? (draft.aboutName ?? UNKNOWN) : UNKNOWN,
    confidential: draft.confidential ?? true,
    cadreMayFollow: draft.cadreMayFollow ?? false,
  }
}

/** Whether it is a complaint that the reader must not write, as far as is known without asking the server. */
export const isBarred = ({ kind, about }: Pick<Form, 'kind' | 'about'>, circle: Circle | undefined) =>
  kind === 'complaint' && aboutChoices(circle).some(({ key, conflict }) => conflict && key === keyOf(about))

/** The household's cadre may be asked to follow a complaint only where it is about neither cadre nor unit, and nobody was asked for money. */
export const mayOfferCadre = ({ kind, category, about, aboutName }: Form, circle: Circle | undefined) =>
  kind === 'complaint' &&
  category !== 'taking' &&
  about.who !== 'myCadre' &&
  circle?.cadre !== undefined &&
  aboutName !== circle.cadre.unitName

/** What the villager hears before it is sent, sentence by sentence. */
export function readBack({ villagerName, kind, category, aboutName, about, text, media, confidential }: Form): string[] {
  const whom = about.who === 'unknown' ? '' : `,说的是${aboutName}`
  const hidden = kind === 'complaint' ? [confidential ? '不让对方知道是谁说的。' : '可以让对方知道是谁说的。'] : []
  const said = text.trim() ? [text.trim()] : []
  return [`${villagerName}要${kinds[kind]}:${sortName(kind, category)}${whom}。`, ...said, ...enclosed(media), ...hidden]
}

/** What goes with the words, in words. */
function enclosed(media: Media): string[] {
  const photos = media.filter(({ kind }) => kind === 'photo').length
  return [...(photos > 0 ? [`放了 ${photos} 张照片。`] : []), ...(media.length > photos ? ['还有一段录音。'] : [])]
}

/** What is sent, or nothing where something is missing. */
export function visitOf(form: Form, draft: Pick<Draft, 'home'>, circle: Circle | undefined, id: TicketId): WriteVisit | undefined {
  const { kind, category, about, text, media, confidential, villagerName, phone } = form
  const words = { id, kind, category, about, text: wordsFor(text, media), media }
  const cadreMayFollow = form.cadreMayFollow && mayOfferCadre(form, circle)
  const ticket = kind === 'complaint' ? { ...words, confidential, cadreMayFollow } : words
  const said = { ticket, villagerName, phone: phone.trim() || undefined, home: draft.home, readBack: true, agreed: true }
  return WriteVisit.safeParse(said).data
}
