import { contract } from '../../contract/contract'
import { staffRoles } from '../../contract/account'
import type { Role } from '../../contract/route'
import { Instant } from '../../contract/route'
import { jwtSessions } from '../../functions/platform/session'
import { madeHouseholds } from '../fixtures/minle/households'
import { minlePersons } from '../fixtures/minle/persons'
import { good, type Product } from '../bench/product'
import { secrets, type Town } from '../town'

/** Somebody's session, and what it lets them do. */
export type Session = { person: string; roles: readonly Role[]; token: string }

/** Persons without any right beside their account. */
const VISITORS = 6

export const visitors = madeHouseholds.slice(40, 40 + VISITORS).map(({ code }) => ({ id: `household-${code}`, householdCode: code }))
const mayBeTied = ({ id }: { id: string }) => !id.startsWith('guest-')

/** The households that these people and their neighbours are of; no more of the town is needed. */
export const households = new RegExp(`^(${[...minlePersons, ...visitors].flatMap(({ householdCode }) => householdCode ?? []).join('|')})$`)

/** Signs in everybody as whom the product is worth trying, and some who are nobody in particular. */
export async function sessionsOf(product: Product, town: Town): Promise<Session[]> {
  const anybody = product.with()
  async function session(person: string): Promise<Session> {
    const { token, me } = good(await anybody('POST /v1/sessions', { body: { code: await town.loginCode(person) } }))
    return { person, token, roles: ['visitor', ...(me.villager ? (['villager'] as const) : []), ...(me.staff?.roles ?? [])] }
  }
  const all: Session[] = []
  for (const person of minlePersons) {
    if (mayBeTied(person)) await product.as(person.id)
    all.push(await session(person.id))
  }
  for (const { id } of visitors) all.push(await session(id))
  return all
}

/** The roles that some route of the contract names and nobody here has; a route of theirs would not be tried as theirs. */
export function rolesWithoutAnybody(sessions: readonly Session[]): Role[] {
  const named = new Set<Role>(Object.values(contract).flatMap(({ roles }) => [...roles]))
  return [...named].filter((role) => role !== 'anyone' && !sessions.some(({ roles }) => roles.includes(role)))
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Tokens that nobody should be let in with: forged, expired, altered, another issuer's. */
export async function badTokens(sessions: readonly Session[]): Promise<string[]> {
  const staff = sessions.find(({ roles }) => staffRoles.some((role) => roles.includes(role)))!
  const [head = '', claims = '', signature = ''] = staff.token.split('.')
  const read: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const { sub, cadre } = read as Parameters<ReturnType<typeof jwtSessions>['issue']>[0]
  const ago = Instant.parse('2026-01-01T00:00:00.000Z')
  const now = Instant.parse(new Date().toISOString())
  const issued = async (key: string, at: Instant) => (await jwtSessions(key).issue({ sub, cadre }, at)).token
  return [
    await issued(secrets.sessionKey, ago),
    await issued(`${secrets.sessionKey} `, now),
    await issued(secrets.tagKey, now),
    `${part({ alg: 'none' })}.${claims}.`,
    `${part({ alg: 'HS512' })}.${claims}.${signature}`,
    `${head}.${part({ ...(read as object), exp: 9999999999 })}.${signature}`,
    `${head}.${claims}.${signature.slice(1)}`,
    `${head}.${claims}`,
    part({ sub }),
    'null',
  ]
}
