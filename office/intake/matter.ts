import * as z from 'zod/mini'

import type { Circle } from '../../contract/intake'
import { Media } from '../../contract/media'
import { UnitId } from '../../contract/pairing'
import { categories, Category, Kind, SubmitTicket, TicketId, type Urgency } from '../../contract/ticket'
import { newId } from '../api/id'

/** What somebody has to say, as it is being taken down. `id` is made with the form, so that sending twice is one ticket. */
export const Matter = z.object({
  id: TicketId,
  kind: Kind,
  category: z.optional(Category),
  about: z.union([z.literal('unknown'), z.literal('myCadre'), UnitId]),
  text: z.string(),
  confidential: z.boolean(),
  cadreMayFollow: z.boolean(),
  media: Media,
})
export type Matter = z.infer<typeof Matter>

export const freshMatter = (): Matter => ({
  id: TicketId.parse(newId()),
  kind: 'help',
  about: 'unknown',
  text: '',
  // A complaint is confidential unless its sender says otherwise.
  confidential: true,
  cadreMayFollow: false,
  media: [],
})

type CategoryRow = { key: Category; name: string; urgency: Urgency }

/** The categories of a kind, with the urgency that each one sets. */
export const categoriesOf = (kind: Kind): CategoryRow[] =>
  Object.entries(categories[kind]).map(([key, { name, urgency }]) => ({ key: Category.parse(key), name, urgency }))

const meanings: Readonly<Record<Urgency, string>> = {
  h2: '2 小时内要办结,夜里也马上通知。',
  h24: '24 小时内要办结。',
  d7: '24 小时内先答复,7 个工作日内办结。',
  d15: '24 小时内先答复,15 个工作日内办结。',
}

/** What the chosen category means for the villager, to be read out; undefined before one is chosen. */
export function urgencyOf({ kind, category }: Pick<Matter, 'kind' | 'category'>): { means: string; pressing: boolean } | undefined {
  const row = categoriesOf(kind).find(({ key }) => key === category)
  return row && { means: meanings[row.urgency], pressing: row.urgency === 'h2' || row.urgency === 'h24' }
}

/** Another kind has other categories; what was chosen of the old ones is gone. */
export const ofKind = (matter: Matter, kind: Kind): Matter => ({ ...matter, kind, category: undefined, cadreMayFollow: false })

/** Whether the villager may be asked if the cadre shall follow it up: never where the complaint is about the cadre, the cadre's unit or taking. */
export function mayFollow({ kind, category, about }: Matter, circle: Circle | undefined): boolean {
  if (kind !== 'complaint' || !circle?.cadre || category === 'taking' || about === 'myCadre') return false
  return circle.units.find(({ id }) => id === about)?.name !== circle.cadre.unitName
}

/** Why this person must not take this down: the complaint is about them, their unit, or comes from a household they look after. */
export function inConflict({ kind, about }: Matter, circle: Circle | undefined): boolean {
  if (kind !== 'complaint' || !circle) return false
  if (circle.looksAfter) return true
  return about === 'myCadre' ? circle.cadre?.conflict === true : circle.units.some(({ id, conflict }) => id === about && conflict)
}

/** What is missing yet, as the form says it. */
export function missingOf(matter: Matter): string | undefined {
  if (!matter.category) return '请选一个类别。'
  if (!matter.text.trim()) return '请把事情写下来。'
  return undefined
}

/** The ticket as it is sent. */
export function ticketOf(matter: Matter, circle: Circle | undefined): SubmitTicket {
  const { id, kind, category, about, text, confidential, media } = matter
  const whom = about === 'unknown' || about === 'myCadre' ? { who: about } : { who: 'unit', unitId: about }
  const common = { id, kind, category, about: whom, text, media }
  const cadreMayFollow = matter.cadreMayFollow && mayFollow(matter, circle)
  return SubmitTicket.parse(kind === 'complaint' ? { ...common, confidential, cadreMayFollow } : common)
}
