import * as z from 'zod/mini'

import { CardCode, Mobile } from './account'
import { CadreId, HouseholdId, Line, UnitChoice, VillageId } from './pairing'
import { after, hexId, Instant, page, routes, writtenText } from './route'
import { Face, Kind, State, StepId, steps, SubmitTicket, TEXT_MOST, TicketId, TicketNumber } from './ticket'

/** Limits of the desk: what a search shows at most, tries a ticket's pick-up code has in a day (Shanghai), slips in one opening. */
export const intakeLimits = { found: 10, pickUpTries: 5, slips: 200 } as const

/** A number to call back: a mobile, or a landline with or without its area code. Blanks and hyphens are dropped. */
export const Telephone = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(30)),
    z.transform((typed) => typed.replace(/[\s-]/g, '')),
  ),
  z.string().check(z.regex(/^(1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7})$/)),
)

/** Whether a message can be sent to this number: landlines get none. */
export const isMobile = (phone: string) => Mobile.safeParse(phone).success

/** Six digits by which a ticket is asked after without a phone. */
export const PickUpCode = z.string().check(z.regex(/^\d{6}$/))

export const BoxOpeningId = hexId().brand<'BoxOpeningId'>()
export type BoxOpeningId = z.infer<typeof BoxOpeningId>

/** Where the villager lives: a household on the roll, by id or by its card, or the village where it is not found. */
export const Home = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('household'), householdId: HouseholdId }),
  z.strictObject({ by: z.literal('card'), cardCode: CardCode }),
  z.strictObject({ by: z.literal('village'), villageId: VillageId }),
])
export type Home = z.infer<typeof Home>

/** A household as whoever takes something down needs it to tell it from its neighbours. */
export const FoundHousehold = z.object({
  id: HouseholdId,
  serial: z.string(),
  headName: z.string(),
  villageId: VillageId,
  village: z.string(),
  group: z.string(),
})
export type FoundHousehold = z.infer<typeof FoundHousehold>

/** What was found; `many`: more than are shown, so ask on. */
const Found = z.object({ items: z.array(FoundHousehold), many: z.boolean() })

export const IntakeVillage = z.object({ id: VillageId, name: z.string(), township: z.string() })
export type IntakeVillage = z.infer<typeof IntakeVillage>

/**
 * Whom a villager's words can be about, and what of that the reader must not take down. `conflict` stands where a complaint
 * about it is about the reader or the reader's unit; `instead` is whom the villager calls then.
 */
export const Circle = z.object({
  household: z.optional(FoundHousehold),
  villageId: VillageId,
  village: z.string(),
  /** The paired cadre; missing where nobody leads the household. */
  cadre: z.optional(z.object({ name: z.string(), unitName: z.string(), conflict: z.boolean() })),
  units: z.array(z.object({ ...UnitChoice.shape, conflict: z.boolean() })),
  /** The reader looks after this household, and takes none of its complaints on the telephone or from the box. */
  looksAfter: z.boolean(),
  instead: Line,
})
export type Circle = z.infer<typeof Circle>

/** What whoever took it down tells the villager. */
export const Taken = z.object({
  id: TicketId,
  number: TicketNumber,
  pickUpCode: PickUpCode,
  /** Whether a message with the number goes to the villager's telephone. */
  told: z.enum(['sms', 'none']),
})
export type Taken = z.infer<typeof Taken>

const NAME_MOST = 20
const name = writtenText(NAME_MOST)
const phone = z.optional(Telephone)
const yes = z.literal(true)

/** Taken down on the telephone. It was read back before it is sent. */
export const TakeCall = z.strictObject({ ticket: SubmitTicket, callerName: name, phone, home: Home, readBack: yes })
export type TakeCall = z.infer<typeof TakeCall>

/** A slip from a box, typed; its photo is among the ticket's media. Without a name it is anonymous; without `home` the box's village answers. */
export const TypeSlip = z.strictObject({
  openingId: BoxOpeningId,
  ticket: SubmitTicket,
  name: z.optional(name),
  phone,
  home: z.optional(Home),
})
export type TypeSlip = z.infer<typeof TypeSlip>

/** Written for a villager who sits beside; a household of one's own, or by its card. Both ticks are the villager's. */
export const WriteVisit = z.strictObject({ ticket: SubmitTicket, villagerName: name, phone, home: Home, readBack: yes, agreed: yes })
export type WriteVisit = z.infer<typeof WriteVisit>

const Person = z.object({ id: CadreId, name: z.string() })

/** An opening of a suggestion box, by two persons. */
export const BoxOpening = z.object({
  id: BoxOpeningId,
  boxName: z.string(),
  unitName: z.string(),
  village: z.string(),
  /** How many slips lay in it, and how many of them have been typed. */
  slips: z.number(),
  typed: z.number(),
  openedBy: Person,
  partner: Person,
  openedAt: Instant,
  confirmedAt: z.optional(Instant),
  /** The reader is the partner who has still to confirm. */
  mine: z.boolean(),
})
export type BoxOpening = z.infer<typeof BoxOpening>

export const OpenBox = z.strictObject({
  id: BoxOpeningId,
  boxName: writtenText(30),
  /** Where the box hangs. */
  villageId: VillageId,
  slips: z.int().check(z.minimum(0), z.maximum(intakeLimits.slips)),
  partnerId: CadreId,
})
export type OpenBox = z.infer<typeof OpenBox>

/** What may be told of a ticket to whoever knows its number and code: how far it is, and what was answered. Never its sender, nor its words. */
export const Inquiry = z.object({
  number: TicketNumber,
  kind: Kind,
  state: State,
  submittedAt: Instant,
  deadline: Instant,
  steps: z.array(z.object({ at: Instant, step: z.enum(steps), by: z.string(), text: z.optional(z.string()) })),
  /** What the villager may have entered now; nothing where the reader has handled the ticket. */
  can: z.array(z.enum(['confirm', 'reopen'])),
})
export type Inquiry = z.infer<typeof Inquiry>

const asked = { number: TicketNumber, code: PickUpCode }
const inquiryProblems = ['pickUpWrong', 'tooManyTries'] as const

/** The villager's last word, as it is said at the desk. */
export const LastWord = z.discriminatedUnion('word', [
  z.strictObject({ ...asked, step: StepId, word: z.literal('confirm'), face: Face }),
  z.strictObject({ ...asked, step: StepId, word: z.literal('reopen'), text: writtenText(TEXT_MOST) }),
])
export type LastWord = z.infer<typeof LastWord>

/** How somebody was looked up. */
export const LookupKind = z.enum(['phone', 'search', 'card', 'household', 'sample'])
export type LookupKind = z.infer<typeof LookupKind>

/** A look into the roll, as inspection sees it: who, when and how; not whom they looked for. */
export const Lookup = z.object({ at: Instant, by: z.string(), unitName: z.string(), kind: LookupKind, found: z.number() })
export type Lookup = z.infer<typeof Lookup>

const desks = ['desk', 'inspection', 'office'] as const
const writers = ['cadre', 'helper'] as const
const everyone = ['desk', 'inspection', 'office', 'cadre', 'helper', 'head', 'leader'] as const
const taking = ['takerInConflict', 'noCadre', 'unitUnknown', 'notOfferedHere', 'changedReplay'] as const
const byCard = ['cardUnknown', 'cardRevoked', 'tooManyTries'] as const

export const intake = routes({
  'POST /v1/intake/callers': {
    summary: 'The households on the roll with this telephone number; the look is kept',
    roles: desks,
    body: z.strictObject({ phone: Telephone }),
    reply: Found,
    problems: [],
  },
  'GET /v1/intake/villages': {
    summary: "The villages of the reader's county",
    roles: desks,
    reply: z.object({ items: z.array(IntakeVillage) }),
    problems: [],
  },
  'POST /v1/intake/households': {
    summary: "The households of a village by serial number or head's name; the look is kept",
    roles: desks,
    body: z.strictObject({ villageId: VillageId, search: writtenText(NAME_MOST) }),
    reply: Found,
    problems: [],
  },
  'POST /v1/intake/circles': {
    summary: "Whom this household's or village's words can be about, and what of that the reader must not take down",
    roles: [...desks, ...writers],
    body: z.strictObject({ home: Home }),
    reply: Circle,
    problems: byCard,
  },
  'POST /v1/intake/calls': {
    summary: 'Take down what a villager says on the telephone',
    roles: desks,
    body: TakeCall,
    reply: Taken,
    problems: [...taking, ...byCard],
  },
  'POST /v1/intake/visits': {
    summary: 'Write for a villager who sits beside and has heard and agreed to it',
    roles: writers,
    body: WriteVisit,
    reply: Taken,
    problems: [...taking, ...byCard],
  },
  'GET /v1/intake/colleagues': {
    summary: "The active people of the reader's unit, to open a box with",
    roles: desks,
    reply: z.object({ items: z.array(z.object({ ...Person.shape, post: z.string() })) }),
    problems: [],
  },
  'POST /v1/intake/box-openings': {
    summary: 'Log that a suggestion box was opened by two, and how many slips lay in it',
    roles: desks,
    body: OpenBox,
    reply: BoxOpening,
    problems: ['partnerUnfit', 'changedReplay'],
  },
  'GET /v1/intake/box-openings': {
    summary: "The openings of the unit's boxes, and for inspection those of its villages, newest first",
    roles: everyone,
    query: { after },
    reply: page(BoxOpening),
    problems: [],
  },
  'POST /v1/intake/box-openings/{id}/confirm': {
    summary: 'Confirm as the second person, in a session of their own',
    roles: everyone,
    params: { id: BoxOpeningId },
    reply: BoxOpening,
    problems: [],
  },
  'POST /v1/intake/slips': {
    summary: 'Type a slip of an opening that two persons have confirmed, with a photo of it',
    roles: desks,
    body: TypeSlip,
    reply: Taken,
    problems: [...taking, ...byCard, 'notConfirmedYet', 'slipNotShown', 'slipsDone'],
  },
  'POST /v1/intake/inquiries': {
    summary: "How far a ticket is, by its number and pick-up code; each wrong code is one of the ticket's five tries a day",
    roles: [...desks, 'helper'],
    body: z.strictObject(asked),
    reply: Inquiry,
    problems: inquiryProblems,
  },
  'POST /v1/intake/inquiries/word': {
    summary: "Enter the villager's last word, by number and pick-up code; not by those who handled it",
    roles: [...desks, 'helper'],
    body: LastWord,
    reply: Inquiry,
    problems: [...inquiryProblems, 'typistHandledIt', 'notInThisState', 'full', 'changedReplay'],
  },
  'GET /v1/intake/lookups': {
    summary: "Who looked into the roll of this inspection's county, newest first",
    roles: ['inspection'],
    query: { after },
    reply: page(Lookup),
    problems: [],
  },
})
