import { jwtVerify, SignJWT } from 'jose'
import * as z from 'zod/mini'

import { AccountId, TieBy } from '../../contract/account'
import { CadreId, HouseholdId, VillageId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'

/** What a session says of its account. Staff's rights are not in it: they are read from the roster at each request. */
const Claims = z.object({
  sub: AccountId,
  household: z.optional(HouseholdId),
  village: z.optional(VillageId),
  tie: z.optional(TieBy),
  cadre: z.optional(CadreId),
  /** The sign-in by which a desktop holds this session. */
  desktop: z.optional(z.string()),
})
type Claims = z.infer<typeof Claims>

const SESSION_MINUTES = 30

export type Sessions = {
  /** A token good for 30 minutes from `now`, or until `atMost` where that is sooner. */
  issue: (claims: Claims, now: Instant, atMost?: Instant) => Promise<{ token: string; expiresAt: Instant }>
  /** The token's claims, or undefined if it is forged, expired or not one of ours. */
  verify: (token: string, now: Instant) => Promise<Claims | undefined>
}

const ISSUER = 'jinnongjia'

/** Sessions as JWT (RFC 7519), HS256 under `key` (≥ 32 bytes). */
export function jwtSessions(key: string): Sessions {
  const secret = new TextEncoder().encode(key)
  return {
    issue: async ({ sub, ...claims }, now, atMost) => {
      const full = later(now, SESSION_MINUTES * minute)
      const expiresAt = atMost && atMost < full ? atMost : full
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setSubject(sub)
        .setIssuedAt(new Date(now))
        .setExpirationTime(new Date(expiresAt))
        .sign(secret)
      return { token, expiresAt }
    },
    verify: async (token, now) => {
      try {
        const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], issuer: ISSUER, currentDate: new Date(now) })
        return Claims.safeParse(payload).data
      } catch {
        // jose says by throwing that a token is not good; which way it is not good is nobody's business.
        return undefined
      }
    },
  }
}
