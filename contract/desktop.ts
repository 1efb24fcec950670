import * as z from 'zod/mini'

import { Session, staffRoles } from './account'
import { hexId, Instant, Nothing, routes } from './route'

/**
 * Signing in to the office web without a password: the desktop shows a code, a phone on which staff are signed in approves it, and
 * the desktop, which alone holds the secret, fetches the session. Whoever photographs the code has no secret and gets nothing.
 */
export const desktopLimits = { validMinutes: 3, sessionHours: 8, looksPerDay: 40 } as const

/** Made on the desktop, as the secret is. */
export const DesktopSignInId = hexId().brand<'DesktopSignInId'>()
export type DesktopSignInId = z.infer<typeof DesktopSignInId>

/** 128 random bits that never leave the desktop before it asks for its session. */
export const DesktopSecret = hexId().brand<'DesktopSecret'>()

/** SHA-256 of the secret's hex text, in hex. */
const SecretHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Crockford's 32 signs: none that is taken for another when it is read aloud or typed. */
export const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Eight signs of five bits: 40 bits. */
export const DESKTOP_CODE_SIGNS = 8

const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** What a person typed or a scan gave, as the code's bare signs: blanks and hyphens dropped, O read as 0, I and L as 1. */
const codeOfTyped = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (sign) => misread[sign] ?? sign)

/** The code on the desktop's screen, in the QR code and to be typed. */
export const DesktopCode = z.pipe(
  z.pipe(z.string().check(z.maxLength(40)), z.transform(codeOfTyped)),
  z.string().check(z.regex(new RegExp(`^[${codeSigns}]{${DESKTOP_CODE_SIGNS}}$`))),
)

/** What kind of computer asks, by its own account. */
export const machines = { windows: 'Windows 电脑', mac: '苹果电脑', linux: '国产系统或 Linux 电脑', other: '电脑' } as const
export const Machine = z.enum(['windows', 'mac', 'linux', 'other'])
export type Machine = z.infer<typeof Machine>

/** Two digits that stand on both screens; whoever approves compares them. */
const Check = z.string().check(z.regex(/^\d{2}$/))

/** A desktop that waits to be approved, as the phone shows it. */
export const DesktopAsking = z.object({ machine: Machine, check: Check, at: Instant, expiresAt: Instant })
export type DesktopAsking = z.infer<typeof DesktopAsking>

const byCode = { roles: staffRoles, params: { code: DesktopCode } } as const

export const desktop = routes({
  'POST /v1/desktop-sign-ins': {
    summary: 'Begin to sign in on a desktop; the same id and hash again get the same code',
    roles: ['anyone'],
    body: z.strictObject({ id: DesktopSignInId, secretHash: SecretHash, machine: Machine }),
    reply: z.object({ code: z.string(), check: Check, expiresAt: Instant }),
    problems: ['changedReplay', 'desktopGone'],
  },
  'POST /v1/desktop-sign-ins/{id}/session': {
    summary: 'Fetch the session of an approved sign-in, once; no session while it waits',
    roles: ['anyone'],
    params: { id: DesktopSignInId },
    body: z.strictObject({ secret: DesktopSecret }),
    reply: z.object({ session: z.optional(Session) }),
    problems: ['desktopGone', 'desktopRefused'],
  },
  'GET /v1/desktop-codes/{code}': {
    ...byCode,
    summary: 'The desktop that shows this code',
    reply: DesktopAsking,
    problems: ['desktopGone', 'tooManyTries'],
  },
  'POST /v1/desktop-codes/{code}/approve': {
    ...byCode,
    summary: 'Sign this person in on the desktop that shows this code',
    reply: Nothing,
    problems: ['desktopGone', 'tooManyTries'],
  },
  'POST /v1/desktop-codes/{code}/refuse': {
    ...byCode,
    summary: 'Refuse the desktop that shows this code',
    reply: Nothing,
    problems: ['desktopGone', 'tooManyTries'],
  },
  'POST /v1/desktop-session/renew': {
    summary: "A fresh token of this desktop's session, until eight hours after its sign-in",
    roles: staffRoles,
    reply: Session,
    problems: ['desktopGone'],
  },
  'POST /v1/desktop-session/end': {
    summary: "End this desktop's session; its tokens are good for nothing from now on",
    roles: staffRoles,
    reply: Nothing,
    problems: ['desktopGone'],
  },
})
