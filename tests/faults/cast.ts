import { colleagueOf, staffOf } from '../fixtures/minle/cadres'

const roster = (unit: string, duties: string) => `cadre-${staffOf(unit, duties).code}`
const household = (code: string) => `household-${code}`

/** The households that anybody here is of, and two more. */
export const households = /^(ML01-02(17|18|19|20|21)|ML05-0037)$/

/** Who takes part, as the sandbox calls them, and has an account before the first step. */
export const cast = {
  villager: household('ML01-0217'),
  /** Of a household that nobody leads. */
  neighbour: household('ML05-0037'),
  cadre: 'cadre-G001',
  farming: roster('NY01', '意见箱经办'),
  colleague: roster('NY01', '驻村干部、意见箱经办'),
  head: roster('NY01', '单位负责人'),
  water: roster('SL01', '意见箱经办'),
  inspector: roster('DC01', '督查'),
  township: roster('ML00', '意见箱经办'),
  helper: roster('CW01', '村级帮办员'),
  office: roster('BL00', '办公室'),
  /** Who types what the office has typed a second time. */
  second: `cadre-${colleagueOf(staffOf('BL00', '办公室')).code}`,
} as const

/** Who has none yet. */
export const newcomers = {
  /** On no roll: the cadre has to say that they belong to the household. */
  guest: 'guest-ML01-0218',
  /** Whose telephone stands on their household's roll, and on the roster of cadres. */
  newcomer: household('ML01-0219'),
  forester: roster('LY01', '意见箱经办'),
} as const

export type Known = keyof typeof cast
export type Who = Known | keyof typeof newcomers
export const personOf = (who: Who): string => ({ ...cast, ...newcomers })[who]
