import type { StaffRole } from '../../contract/account'
import { staffOf } from '../fixtures/minle/cadres'

const roster = (unit: string, duties: string) => `cadre-${staffOf(unit, duties).code}`
const household = (code: string) => `household-${code}`

/** The households that are needed: the sender's, neighbours with the same cadre, one that an inspector leads, one that nobody leads. */
export const households = /^ML01-02(1[0-9]|2[0-9]|4[0-3])$/

type Person = { id: string; roles: readonly StaffRole[]; villager?: true }
const staff = (unit: string, duties: string, ...roles: StaffRole[]): Person => ({ id: roster(unit, duties), roles })

/**
 * Everybody as whom a route is tried: each relation that a person can have to a complaint of household 0217 about the water
 * office, which the transport office handles and has offered to the housing office. What they may is in rights.ts.
 */
export const cast = {
  sender: { id: household('ML01-0217'), roles: [], villager: true },
  /** Somebody else of the sender's household, confirmed by its cadre. */
  sameHousehold: { id: 'guest-ML01-0218', roles: [], villager: true },
  /** Another household of the same cadre, and one of the inspector who also leads households. */
  neighbour: { id: household('ML01-0219'), roles: [], villager: true },
  otherVillager: { id: household('ML01-0241'), roles: [], villager: true },
  /** Signed in, and nobody. */
  stranger: { id: household('ML01-0225'), roles: [] },
  pairedCadre: { id: 'cadre-G001', roles: ['cadre'] },
  pairedDesk: staff('NY01', '意见箱经办', 'desk'),
  /** A person with several roles, who comes to lead the neighbour's household. */
  pairedBoth: staff('NY01', '驻村干部、意见箱经办', 'cadre', 'desk'),
  pairedHead: staff('NY01', '单位负责人', 'head'),
  pairedLeader: staff('NY01', '包村领导', 'leader'),
  accusedDesk: staff('SL01', '意见箱经办', 'desk'),
  accusedBoth: staff('SL01', '驻村干部、意见箱经办', 'cadre', 'desk'),
  accusedCadre: staff('SL01', '驻村干部', 'cadre'),
  accusedHead: staff('SL01', '单位负责人', 'head'),
  handlerDesk: staff('JT01', '意见箱经办', 'desk'),
  handlerCadre: staff('JT01', '驻村干部', 'cadre'),
  handlerHead: staff('JT01', '单位负责人', 'head'),
  offeredDesk: staff('JS01', '意见箱经办', 'desk'),
  offeredHead: staff('JS01', '单位负责人', 'head'),
  otherDesk: staff('LY01', '意见箱经办', 'desk'),
  townshipDesk: staff('ML00', '意见箱经办', 'desk'),
  townshipOffice: staff('ML00', '办公室', 'office'),
  townshipHead: staff('ML00', '单位负责人、包村领导', 'head', 'leader'),
  villageLeader: staff('ML00', '包村领导', 'leader'),
  /** Of a station below the township, and of the village committee below it. */
  stationDesk: staff('SZ01', '意见箱经办', 'desk'),
  helper: staff('CW01', '村级帮办员', 'helper'),
  inspector: staff('DC01', '督查', 'inspection'),
  inspectorHead: staff('DC01', '督查、单位负责人', 'inspection', 'head'),
  /** Leads the other villager's household. */
  inspectorCadre: staff('DC01', '督查、驻村干部', 'inspection', 'cadre'),
  office: staff('BL00', '办公室', 'office'),
  city: staff('YL01', '督查', 'inspection'),
} as const satisfies Record<string, Person>

export type Name = keyof typeof cast
export const names = Object.keys(cast) as Name[]

const rolesOf = (name: Name) => {
  const { roles, villager }: Person = cast[name]
  return `${String(villager)} ${roles.join(' ')}`
}
/** One of each set of roles that there is: a route that is closed to the roles is closed to all who hold them. */
export const oneOfEach = names.filter((name) => names.find((one) => rolesOf(one) === rolesOf(name)) === name)

/** Names in a sentence: `inspector office`. */
export const these = (text: string): Name[] => {
  const wanted = text.split(' ').filter((name) => name !== '')
  const unknown = wanted.filter((name) => !(name in cast))
  if (unknown.length > 0) throw new Error(`nobody is called ${unknown.join(', ')}`)
  return names.filter((name) => wanted.includes(name))
}

/** All whom the roster has given one of these roles; `visitor` are all. */
export const holders = (roles: string): Name[] => {
  const wanted = roles.split(' ')
  if (wanted.includes('visitor')) return [...names]
  return names.filter((name) => {
    const { roles: held, villager }: Person = cast[name]
    return held.some((role) => wanted.includes(role)) || (villager === true && wanted.includes('villager'))
  })
}
