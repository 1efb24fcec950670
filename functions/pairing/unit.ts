import * as z from 'zod/mini'

import { UnitId } from '../../contract/pairing'

/** What kind of unit it is, as the office's spreadsheet says it. */
export const unitKinds = {
  department: '机关单位',
  township: '乡镇政府',
  service: '服务单位',
  village: '村委会',
  inspection: '督查',
  county: '县委县政府办',
  city: '市督查',
} as const
export type UnitKind = keyof typeof unitKinds

/** Which kinds of units are handed tickets; the others watch, or lend a hand. */
export const handles: Readonly<Record<UnitKind, boolean>> = {
  ...{ department: true, township: true, service: true },
  ...{ village: false, inspection: false, county: false, city: false },
}

/** A unit that has cadres, a complaint line, or something to do with a village. */
export const Unit = z.object({
  id: UnitId,
  version: z.number(),
  code: z.string(),
  name: z.string(),
  /** What people come to it for, in a few words. */
  does: z.string(),
  kind: z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]),
  county: z.string(),
  township: z.optional(z.string()),
  /** The units above it, the nearest first. */
  above: z.optional(z.array(UnitId)),
  /** Of a city's inspection: the counties whose villages name it. */
  counties: z.optional(z.array(z.string())),
  complaintPhone: z.string(),
  officePhone: z.optional(z.string()),
})
export type Unit = z.infer<typeof Unit>

/** The unit and those above it: whoever belongs to it belongs to all of them. */
export const unitIdsOf = ({ id, above = [] }: Pick<Unit, 'id' | 'above'>): UnitId[] => [id, ...above]

/** The counties that are this unit's affair. */
export const countiesOf = ({ county, counties = [] }: Pick<Unit, 'county' | 'counties'>): string[] => [...new Set([county, ...counties])]

/** A unit as a list to choose from shows it. */
export const UnitLine = z.pick(Unit, { id: true, code: true, name: true, does: true, kind: true, township: true, above: true })
export type UnitLine = z.infer<typeof UnitLine>
