import * as z from 'zod/mini'

import { hexId, Instant, Nothing, routes, writtenText } from './route'

export const AccountId = hexId().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** A mainland mobile number, digits only. */
export const Mobile = z.string().check(z.regex(/^1[3-9]\d{9}$/))

/** Limits on proving a telephone number by SMS. Times in minutes. */
export const smsLimits = { tries: 5, validMinutes: 10, perNumberPerDay: 5, perAccountPerDay: 10 } as const
/** Wrong card codes that one account may type in a day. */
export const cardTriesPerDay = 10

/** The digits of a card's code: 13 random ones (43 bits) and two check digits (ISO 7064 MOD 97-10). */
export const CARD_CODE_DIGITS = 15

function mod97(digits: string): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** The two check digits for `body` by ISO 7064 MOD 97-10, as text. */
export const checkDigits = (body: string) => String(98 - mod97(`${body}00`)).padStart(2, '0')

/** Whether `code` has 15 digits and right check digits; a mistyped or swapped digit fails before anything is sent. */
export const isCardCode = (code: string) => /^\d{15}$/.test(code) && mod97(code) === 1

/** A card's code: blanks and hyphens, as people type them between groups, are dropped. */
export const CardCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(40)),
    z.transform((typed) => typed.replace(/[\s-]/g, '')),
  ),
  z.string().check(z.refine(isCardCode)),
)

/** How a telephone number is proven: by WeChat's phone-number component, or by a code sent to it. */
export const PhoneProof = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('wechat'), code: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.strictObject({ by: z.literal('sms'), phone: Mobile, code: z.string().check(z.regex(/^\d{6}$/)) }),
])
export type PhoneProof = z.infer<typeof PhoneProof>

/** `phone`: proven by a number on the roll. `confirmed`: only a cadre's word; it opens the card and own tickets, not the ballot. */
export const TieBy = z.enum(['phone', 'confirmed'])

/** Duties that the roster grants. `head` answers for a unit, `leader` for villages, `helper` speaks for villagers without a phone. */
export const staffRoles = ['cadre', 'helper', 'desk', 'head', 'leader', 'office', 'inspection'] as const
export const StaffRole = z.enum(staffRoles)
export type StaffRole = z.infer<typeof StaffRole>

/** What the phone may know about who is using it. */
export const Me = z.object({
  accountId: AccountId,
  villager: z.optional(z.object({ tie: TieBy, serial: z.string(), village: z.string(), group: z.string() })),
  staff: z.optional(z.object({ name: z.string(), unitName: z.string(), roles: z.array(StaffRole) })),
  /** A request to be tied that still waits for the cadre. */
  waitingSince: z.optional(Instant),
})
export type Me = z.infer<typeof Me>

export const Session = z.object({ token: z.string(), expiresAt: Instant, me: Me })
export type Session = z.infer<typeof Session>

export const TieRequestId = hexId().brand<'TieRequestId'>()
export type TieRequestId = z.infer<typeof TieRequestId>

export const TieRequest = z.object({
  id: TieRequestId,
  /** How the person who asks calls themself. */
  name: z.string(),
  household: z.object({ headName: z.string(), village: z.string(), group: z.string() }),
  at: Instant,
})
export type TieRequest = z.infer<typeof TieRequest>

export const account = routes({
  'POST /v1/sessions': {
    summary: 'Sign in with the code that WeChat gave the phone',
    roles: ['anyone'],
    body: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
    reply: Session,
    problems: ['wechatRefused', 'wechatAway'],
  },
  'POST /v1/phone-codes': {
    summary: 'Send a six-digit code to a telephone',
    roles: ['visitor'],
    body: z.strictObject({ phone: Mobile }),
    reply: z.object({ expiresAt: Instant }),
    problems: ['tooManyTries', 'wechatAway'],
  },
  'POST /v1/ties': {
    summary: 'Tie this account to the household of a card, by a telephone number on the roll',
    roles: ['visitor'],
    body: z.strictObject({ cardCode: CardCode, proof: PhoneProof }),
    reply: Session,
    problems: [
      'cardUnknown',
      'cardRevoked',
      'tooManyTries',
      'codeWrong',
      'codeExpired',
      'wechatRefused',
      'wechatAway',
      'phoneNotOnRoll',
      'phoneProvesNothing',
    ],
  },
  'POST /v1/staff-ties': {
    summary: 'Recognise this account as the cadre whose telephone number it proves',
    roles: ['visitor'],
    body: z.strictObject({ proof: PhoneProof }),
    reply: Session,
    problems: ['tooManyTries', 'codeWrong', 'codeExpired', 'wechatRefused', 'wechatAway', 'staffUnknown'],
  },
  'POST /v1/tie-requests': {
    summary: "Ask the household's cadre to confirm that this account belongs to it",
    roles: ['visitor'],
    body: z.strictObject({ id: TieRequestId, cardCode: CardCode, name: writtenText(20) }),
    reply: z.object({ cadreName: z.string(), at: Instant }),
    problems: ['cardUnknown', 'cardRevoked', 'tooManyTries', 'noCadreToAsk', 'changedReplay'],
  },
  'GET /v1/tie-requests': {
    summary: 'The requests that wait for this cadre',
    roles: ['cadre'],
    reply: z.object({ items: z.array(TieRequest) }),
    problems: [],
  },
  'POST /v1/tie-requests/{id}/answer': {
    summary: 'Confirm or refuse a request to be tied',
    roles: ['cadre'],
    params: { id: TieRequestId },
    body: z.strictObject({ confirm: z.boolean() }),
    reply: Nothing,
    problems: ['alreadyAnswered'],
  },
})
