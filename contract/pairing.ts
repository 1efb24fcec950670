import * as z from 'zod/mini'

import { after, hexId, Instant, page, routes } from './route'

export const HouseholdId = hexId().brand<'HouseholdId'>()
export type HouseholdId = z.infer<typeof HouseholdId>
export const CadreId = hexId().brand<'CadreId'>()
export type CadreId = z.infer<typeof CadreId>
export const UnitId = hexId().brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>
export const VillageId = hexId().brand<'VillageId'>()
export type VillageId = z.infer<typeof VillageId>

/** The programme's household categories. Only the household's own cadre and inspection may see one. */
export const categories = {
  ordinary: '一般户',
  fiveGuarantee: '五保户',
  destitute: '特困户',
  subsistence: '低保户',
  leftBehindChild: '留守儿童户',
  formerVillageCadre: '离任村干部户',
  needyPartyMember: '生活困难党员户',
} as const
export type Category = keyof typeof categories
export const Category = z.enum(Object.keys(categories) as [Category, ...Category[]])

/** A number to call and whose it is, as the villager reads it. */
export const Line = z.object({ name: z.string(), phone: z.string() })
export type Line = z.infer<typeof Line>

/** The service card as the household sees it. */
export const ServiceCard = z.object({
  cadreName: z.string(),
  unitName: z.string(),
  post: z.string(),
  phone: z.string(),
  serviceItems: z.array(z.string()),
  commitment: z.string(),
  visitsThisYear: z.number(),
  lastVisitAt: z.optional(Instant),
})
export type ServiceCard = z.infer<typeof ServiceCard>

export const Home = z.object({
  serial: z.string(),
  township: z.string(),
  village: z.string(),
  group: z.string(),
  /** Missing where the household has no active lead cadre: the office's number is then the one to call. */
  card: z.optional(ServiceCard),
  office: Line,
  complaintLines: z.array(Line),
})
export type Home = z.infer<typeof Home>

export const UnitChoice = z.object({ id: UnitId, name: z.string(), does: z.string() })
export type UnitChoice = z.infer<typeof UnitChoice>

/** A household as its own cadre sees it. */
export const PairedHousehold = z.object({
  id: HouseholdId,
  headName: z.string(),
  category: Category,
  village: z.string(),
  group: z.string(),
  phones: z.array(z.string()),
  lastVisitAt: z.optional(Instant),
})
export type PairedHousehold = z.infer<typeof PairedHousehold>

export const pairing = routes({
  'GET /v1/home': {
    summary: "The household's service card and the numbers to call",
    roles: ['villager'],
    reply: Home,
    problems: [],
  },
  'GET /v1/units/nearby': {
    summary: "The units this household deals with: its cadre's, the village's liaison and service units, the township office",
    roles: ['villager'],
    reply: z.object({ items: z.array(UnitChoice) }),
    problems: [],
  },
  'GET /v1/households': {
    summary: 'The households that this cadre leads',
    roles: ['cadre'],
    query: { after },
    reply: page(PairedHousehold),
    problems: [],
  },
})
