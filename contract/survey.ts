import * as z from 'zod/mini'

import { HouseholdId, UnitId, VillageId } from './pairing'
import { after, hexId, Instant, Nothing, page, routes, writtenText } from './route'

/** Limits of a survey. A stratum's list is one for all its households: a list of the household's own would give its ballot away. */
export const surveyLimits = {
  unitsMost: 15,
  /** Of all strata together, capped by the roll. */
  sampleDefault: 10_000,
  floorDefault: 30,
  strataMost: 400,
  /** Sheets made at once; a pack. */
  packMost: 50,
  /** Between the last draw and the last cast, so that whoever drew can still cast on a weak signal. */
  hoursToCast: 48,
  /** The least ballots of which anything is published. */
  publishLeast: 10,
  answerWorkingDays: 15,
} as const

export const CampaignId = hexId().brand<'CampaignId'>()
export type CampaignId = z.infer<typeof CampaignId>
/** A county × township. */
export const StratumId = hexId().brand<'StratumId'>()
export type StratumId = z.infer<typeof StratumId>
/** A household on a frozen roll: a keyed hash of campaign and household, which only the product can tell from another. */
export const RollId = hexId().brand<'RollId'>()
export type RollId = z.infer<typeof RollId>
export const PackId = hexId().brand<'PackId'>()
export type PackId = z.infer<typeof PackId>
export const RectificationId = hexId().brand<'RectificationId'>()
export type RectificationId = z.infer<typeof RectificationId>

export const campaignStates = [
  'draft',
  /** The roll is being read; no change is taken any more. */
  'freezing',
  'frozen',
  /** The public value is entered; the sample is being drawn. */
  'sampling',
  'open',
  'closed',
  'counted',
  'published',
  'rectifying',
  'archived',
  'annulled',
] as const
export const CampaignState = z.enum(campaignStates)
export type CampaignState = z.infer<typeof CampaignState>

/** The questions on five levels, in the order in which a ballot answers them. */
export const ratedQuestions = ['service', 'conduct', 'results'] as const
export type RatedQuestion = (typeof ratedQuestions)[number]

const question = writtenText(40)
/** The words of the questions; the first three are asked on five levels, `money` with yes and no, `watched` once at the end. */
export const Questions = z.strictObject({ service: question, conduct: question, results: question, money: question, watched: question })
export type Questions = z.infer<typeof Questions>
export const questionsDefault: Questions = {
  service: '办事快不快、好不好?',
  conduct: '干部作风好不好?',
  results: '事情办成了没有?',
  money: '有没有收您的钱物?',
  watched: '刚才填的时候,有没有人帮您填、或者在旁边看着?',
}

const weight = z.number().check(z.int(), z.minimum(0), z.maximum(100))
/** What each question counts in a unit's score, in hundredths that sum to 100. */
export const Weights = z
  .strictObject({ service: weight, conduct: weight, results: weight })
  .check(z.refine(({ service, conduct, results }) => service + conduct + results === 100))
export type Weights = z.infer<typeof Weights>

/** By the bytes that are over after whole groups of three: with which last characters nothing but zeros is left of the text's bits. */
const lastOf = ['[A-Za-z0-9_-]', '[AQgw]', '[AEIMQUYcgkosw048]'] as const
const bytes = (count: number) =>
  z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((count * 4) / 3) - 1}}${lastOf[count % 3]}$`)))
/** Bytes as base64url without padding (RFC 4648 section 5). */
export const Key32 = bytes(32)
const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** SHA-256 in hex. */
export const Receipt = Digest

/** A compressed ristretto255 element (RFC 9496). */
const Element = bytes(32)
/** Challenge and response of the proof, 64 bytes (RFC 9497 section 2.2). */
const Proof = bytes(64)
/** A token as it is cast: the input the phone chose, and the first 16 bytes of the POPRF's output for it. */
const Token = z.strictObject({ input: bytes(16), output: bytes(16) })
/** Bytes of a sealed ballot: HPKE's encapsulated key, the padded sheet, the tag (RFC 9180). */
export const SEALED_BYTES = 32 + 128 + 16
const Sealed = bytes(SEALED_BYTES)

const RatedUnit = z.object({ id: UnitId, name: z.string(), does: z.string() })
export type RatedUnit = z.infer<typeof RatedUnit>
const Place = { county: z.string(), township: z.string() }

/** A stratum as everybody in it is shown it; `stratumDigest` in ballot/ is taken over just this. */
export const Stratum = z.object({ id: StratumId, ...Place, units: z.array(RatedUnit).check(z.maxLength(surveyLimits.unitsMost)) })
export type Stratum = z.infer<typeof Stratum>

/** Where and when the public value is published that nobody knows at the freeze. */
export const PublicSource = z.strictObject({ name: writtenText(60), at: Instant })
const Window = { opensAt: Instant, drawsUntil: Instant, castsUntil: Instant }

/** What a phone needs to cast: both keys, the questions, its own stratum, and the digests of all strata. */
export const BallotPaper = z.object({
  campaignId: CampaignId,
  title: z.string(),
  ...Window,
  tokenKey: Key32,
  sealKey: Key32,
  questions: Questions,
  stratum: Stratum,
  strata: z.array(Digest),
})
export type BallotPaper = z.infer<typeof BallotPaper>

/** How a household drew its ballot. */
export const drawnBy = ['phone', 'paper', 'telephone'] as const
export const DrawnBy = z.enum(drawnBy)
export type DrawnBy = z.infer<typeof DrawnBy>

/** Why this household has nothing to fill in now. */
export const surveyReasons = ['noSurvey', 'notYet', 'notDrawn', 'onlyConfirmed', 'worksForUnit', 'drawsOver', 'over'] as const

export const MySurvey = z.object({
  /** The ballot to fill in; also after the draw, until casts end: a phone that has drawn still has to cast. */
  paper: z.optional(BallotPaper),
  why: z.optional(z.enum(surveyReasons)),
  campaign: z.optional(z.object({ id: CampaignId, title: z.string(), state: CampaignState, because: z.optional(z.string()), ...Window })),
  /** The household's own number on the public roll, and whether it drew. */
  mine: z.optional(z.object({ rollId: RollId, drew: z.optional(DrawnBy), drewAt: z.optional(Instant) })),
})
export type MySurvey = z.infer<typeof MySurvey>

/** A share in per cent or a mean from 0 to 100, with its 95 % interval. */
export const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() })
export type Interval = z.infer<typeof Interval>

/** Luhn's check digit for a number: one wrong digit, or two neighbours in the other order but 0 and 9, give another one. */
export const slipCheck = (number: string) =>
  String([...number].reverse().reduce((sum, digit, at) => sum + (at % 2 ? +digit : +digit * 2 - (+digit > 4 ? 9 : 0)) * 9, 0) % 10)

/** The number of a tear-off slip: seven digits and their check digit. */
export const Slip = z.string().check(
  z.regex(/^\d{8}$/),
  z.refine((slip) => slipCheck(slip.slice(0, -1)) === slip.slice(-1)),
)

/** What is published of one question about a unit. `n`: those who gave a level; `dontKnow`: the share of those asked who gave none. */
export const QuestionResult = z.object({ n: z.number(), mean: Interval, topTwo: Interval, dontKnow: Interval, designEffect: z.number() })
export type QuestionResult = z.infer<typeof QuestionResult>

/** What is published of a unit, as a whole or in one county. Nothing of it under ten ballots. */
export const UnitResult = z.object({
  unitId: UnitId,
  name: z.string(),
  county: z.optional(z.string()),
  /** Ballots that had the unit on their list. */
  asked: z.number(),
  questions: z.object({ service: z.optional(QuestionResult), conduct: z.optional(QuestionResult), results: z.optional(QuestionResult) }),
  /** The weighted score of the three; missing where one of them is. */
  score: z.optional(Interval),
  /** The share of those asked who gave a level in none of the three. */
  dontKnow: z.optional(Interval),
  money: z.optional(z.object({ n: z.number(), share: Interval })),
  /** Units whose intervals overlap stand in one group; 1 is the highest. */
  group: z.optional(z.number()),
})
export type UnitResult = z.infer<typeof UnitResult>

const StratumCount = z.object({
  id: StratumId,
  ...Place,
  roll: z.number(),
  sample: z.number(),
  drew: z.number(),
  /** Each receipt once; the spoilt are among them. */
  ballots: z.number(),
  spoilt: z.number(),
  /** Households that one counted ballot stands for; docs/survey.md says how strata with few ballots are taken together. */
  weight: z.number(),
})

/** Why a ballot could not be counted: it does not open; its layout is wrong; a unit is not on the stratum's list; a level is none. */
export const SpoiltBecause = z.enum(['unreadable', 'form', 'unit', 'level'])
export type SpoiltBecause = z.infer<typeof SpoiltBecause>

/** What the auditors' count comes to, as they hand it to the office; `survey:count` writes it and `survey:verify` checks it. */
export const Totals = z.object({
  campaignId: CampaignId,
  countedAt: Instant,
  strata: z.array(StratumCount),
  units: z.array(UnitResult),
  unitsByCounty: z.array(UnitResult),
  /** By stratum group: answers to "was anyone helping you or watching?", where a group has ten ballots or more. */
  watched: z.array(
    z.object({ county: z.string(), n: z.number(), nobody: z.number(), helped: z.number(), watched: z.number(), silent: z.number() }),
  ),
  spoilt: z.array(z.object({ receipt: Receipt, because: SpoiltBecause })),
})
export type Totals = z.infer<typeof Totals>

/** A campaign in its list. */
export const CampaignLine = z.object({
  id: CampaignId,
  title: z.string(),
  state: CampaignState,
  ...{ opensAt: z.optional(Instant), castsUntil: z.optional(Instant) },
})
export type CampaignLine = z.infer<typeof CampaignLine>

const StratumPlan = z.object({
  ...Stratum.shape,
  /** Households on the roll and in the sample; known from the freeze on. */
  roll: z.optional(z.number()),
  sample: z.optional(z.number()),
  rollDigest: z.optional(Digest),
})

/** What the office decides while a campaign is a draft. */
export const CampaignPlan = z.strictObject({
  title: writtenText(30),
  questions: Questions,
  weights: Weights,
  sample: z.number().check(z.int(), z.minimum(1), z.maximum(1_500_000)),
  floor: z.number().check(z.int(), z.minimum(0), z.maximum(1000)),
  source: z.optional(PublicSource),
  tokenKey: z.optional(Key32),
  sealKey: z.optional(Key32),
  opensAt: z.optional(Instant),
  drawsUntil: z.optional(Instant),
  castsUntil: z.optional(Instant),
})
export type CampaignPlan = z.infer<typeof CampaignPlan>

export const Campaign = z.object({
  id: CampaignId,
  version: z.number(),
  state: CampaignState,
  plan: CampaignPlan,
  strata: z.array(StratumPlan),
  frozenAt: z.optional(Instant),
  /** Digest of all that is frozen, the roll's among it; with the public value it makes the seed. */
  frozenDigest: z.optional(Digest),
  publicValue: z.optional(z.string()),
  seed: z.optional(Digest),
  /** Strata looked up, read or drawn so far, while that is under way. */
  done: z.optional(z.object({ of: z.number(), so: z.number() })),
  because: z.optional(z.string()),
  totals: z.optional(Totals),
})
export type Campaign = z.infer<typeof Campaign>

export const StratumProgress = z.object({
  id: StratumId,
  ...Place,
  roll: z.number(),
  sample: z.number(),
  phone: z.number(),
  paper: z.number(),
  telephone: z.number(),
  /** Sheets printed, entered, and voided. */
  sheets: z.number(),
  entered: z.number(),
  voided: z.number(),
})
export type StratumProgress = z.infer<typeof StratumProgress>

/** A household of the sample, as somebody sees it who visits it with paper. It holds no answer. */
export const RollEntry = z.object({
  rollId: RollId,
  /** What a ballot drawn for it on the telephone is made out for. */
  stratumId: StratumId,
  householdId: HouseholdId,
  headName: z.string(),
  village: z.string(),
  group: z.string(),
  drew: z.optional(DrawnBy),
  /** Whoever looks leads or helps the household: somebody else marks it, or asks it on the telephone. */
  own: z.optional(z.boolean()),
})
export type RollEntry = z.infer<typeof RollEntry>

/** What becomes of a sheet that was printed. */
export const BookedKind = z.enum(['entered', 'voided'])
export type BookedKind = z.infer<typeof BookedKind>

/** How many sheets there are of a pack, and how many of them two persons have entered or voided. */
export const Pack = z.object({
  id: PackId,
  stratumId: StratumId,
  sheets: z.number(),
  entered: z.number(),
  voided: z.number(),
  /** What one person has noted and a second one has not yet; `own` where it was whoever looks. */
  waiting: z.array(z.object({ step: hexId(), kind: BookedKind, sheets: z.number(), by: z.string(), at: Instant, own: z.boolean() })),
  madeAt: Instant,
  madeBy: z.string(),
})
export type Pack = z.infer<typeof Pack>

export const Rectification = z.object({
  id: RectificationId,
  campaignId: CampaignId,
  campaignTitle: z.string(),
  unitId: UnitId,
  unitName: z.string(),
  because: z.array(z.enum(['lowest', 'money'])),
  result: UnitResult,
  dueAt: Instant,
  answer: z.optional(z.object({ text: z.string(), at: Instant })),
})
export type Rectification = z.infer<typeof Rectification>

const ofCampaign = { id: CampaignId } as const
const version = z.number().check(z.int(), z.minimum(1))

/** What the api answers. */
export const survey = routes({
  'GET /v1/survey': {
    summary: "This household's survey: the ballot to fill in, or why there is none; its number on the public roll",
    roles: ['villager'],
    reply: MySurvey,
    problems: [],
  },
  'GET /v1/survey/results': {
    summary: "What was published of the units of this household's stratum, newest campaign",
    roles: ['villager'],
    reply: z.object({ title: z.optional(z.string()), units: z.array(UnitResult), rectifications: z.array(Rectification) }),
    problems: [],
  },
  'GET /v1/survey-receipts/{campaignId}/{prefix}': {
    summary: 'Published receipts that begin so, for "find my ballot": by prefix and without a session, so that nobody learns whose it is',
    roles: ['anyone'],
    params: { campaignId: CampaignId, prefix: z.string().check(z.regex(/^[0-9a-f]{2}$/)) },
    reply: z.object({ items: z.array(z.object({ receipt: Receipt, digest: z.number(), spoilt: z.boolean() })) }),
    problems: [],
  },
  'GET /v1/survey-digests/{campaignId}': {
    summary:
      'What fixes a campaign, as it becomes known: the frozen digest, value and seed, and each digest of receipts. Anybody may keep it',
    roles: ['anyone'],
    params: { campaignId: CampaignId },
    reply: z.object({
      frozenDigest: z.optional(Digest),
      publicValue: z.optional(z.string()),
      seed: z.optional(Digest),
      items: z.array(z.object({ n: z.number(), at: Instant, digest: Digest })),
    }),
    problems: [],
  },
  'GET /v1/survey-visits': {
    summary: 'Households of the sample in the villages this helper serves that have not drawn yet',
    roles: ['helper'],
    query: { after },
    reply: page(RollEntry),
    problems: [],
  },
  'GET /v1/surveys': {
    summary: 'All campaigns, the newest first',
    roles: ['office', 'inspection'],
    reply: z.object({ items: z.array(CampaignLine) }),
    problems: [],
  },
  'POST /v1/surveys': {
    summary: 'Begin a campaign',
    roles: ['office'],
    body: z.strictObject({ id: CampaignId, title: writtenText(30) }),
    reply: Campaign,
    problems: ['notAllowed', 'changedReplay'],
  },
  'GET /v1/surveys/{id}': {
    summary: 'A campaign with its strata',
    roles: ['office', 'inspection'],
    params: ofCampaign,
    reply: Campaign,
    problems: [],
  },
  'PUT /v1/surveys/{id}': {
    summary: 'Decide on questions, weights, sizes, keys, source and dates of a draft',
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({ version, plan: CampaignPlan }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState'],
  },
  'PUT /v1/surveys/{id}/strata/{stratumId}': {
    summary: "Decide on a stratum's list of rated units",
    roles: ['office'],
    params: { ...ofCampaign, stratumId: StratumId },
    body: z.strictObject({ version, unitIds: z.array(UnitId).check(z.maxLength(surveyLimits.unitsMost)) }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState', 'unitUnknown'],
  },
  'GET /v1/surveys/{id}/units': {
    summary: 'Units that may be rated in a stratum',
    roles: ['office'],
    params: ofCampaign,
    query: { stratumId: StratumId },
    reply: z.object({ items: z.array(RatedUnit) }),
    problems: [],
  },
  'POST /v1/surveys/{id}/freeze': {
    summary: 'Freeze questions, units, sizes and the roll; nothing changes afterwards',
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({ version }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState', 'surveyIncomplete'],
  },
  'POST /v1/surveys/{id}/value': {
    summary: 'Enter the public value; with the frozen roll it draws the sample',
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({ version, value: writtenText(200) }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState', 'valueNotYet'],
  },
  'POST /v1/surveys/{id}/totals': {
    summary: "Hand in the auditors' totals",
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({
      version,
      part: z.number().check(z.int(), z.minimum(0)),
      parts: z.number().check(z.int(), z.minimum(1), z.maximum(2000)),
      text: z.string().check(z.maxLength(12_000)),
    }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState', 'totalsWrong'],
  },
  'POST /v1/surveys/{id}/step': {
    summary: 'Publish a counted campaign, or archive one whose units have answered',
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({ version, to: z.enum(['published', 'archived']) }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState'],
  },
  'POST /v1/surveys/{id}/annul': {
    summary: 'Annul a campaign with a reason that is published',
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({ version, because: writtenText(200) }),
    reply: Campaign,
    problems: ['notAllowed', 'notInThisState'],
  },
  'GET /v1/surveys/{id}/progress': {
    summary: 'How many drew, by stratum; no answers',
    roles: ['office', 'inspection'],
    params: ofCampaign,
    reply: z.object({ items: z.array(StratumProgress) }),
    problems: [],
  },
  'GET /v1/surveys/{id}/roll': {
    summary: 'Households of the sample in one village, for paper and telephone; the look is kept',
    roles: ['office'],
    params: ofCampaign,
    query: { villageId: VillageId, after },
    reply: page(RollEntry),
    problems: ['notAllowed'],
  },
  'POST /v1/surveys/{id}/paper-draws': {
    summary: 'Mark a household as having taken a sheet; its phone cannot draw any more',
    roles: ['office'],
    params: ofCampaign,
    body: z.strictObject({ rollId: RollId, slip: Slip }),
    reply: Nothing,
    problems: ['notAllowed', 'surveyClosed', 'notSampled', 'alreadyDrawn', 'householdsOwnCadre'],
  },
  'GET /v1/surveys/{id}/packs': {
    summary: "The packs of sheets printed for this office's counties",
    roles: ['office'],
    params: ofCampaign,
    reply: z.object({ items: z.array(Pack) }),
    problems: ['notAllowed'],
  },
  'POST /v1/surveys/{id}/packs/{packId}/entries': {
    summary: 'Note how many sheets of a pack were entered, or voided as unused; it counts once a second person has noted the same line',
    roles: ['office'],
    params: { ...ofCampaign, packId: PackId },
    body: z.strictObject({
      step: hexId(),
      kind: BookedKind,
      sheets: z.number().check(z.int(), z.minimum(1), z.maximum(surveyLimits.packMost)),
    }),
    reply: Pack,
    problems: ['notAllowed', 'changedReplay', 'notesDiffer', 'notInThisState'],
  },
  'GET /v1/rectifications': {
    summary: 'What the survey has asked of this unit; of all units for office and inspection',
    roles: ['desk', 'head', 'office', 'inspection'],
    reply: z.object({ items: z.array(Rectification) }),
    problems: [],
  },
  'POST /v1/rectifications/{id}/answer': {
    summary: "The unit's answer, which is published",
    roles: ['desk', 'head'],
    params: { id: RectificationId },
    body: z.strictObject({ text: writtenText(1000) }),
    reply: Rectification,
    problems: ['alreadyAnswered'],
  },
})

/** What the function `draw` answers, which alone with `cast` knows the token key. */
export const surveyDraws = routes({
  'POST /v1/ballot-draws': {
    summary: "Draw this household's ballot: evaluate a blinded token. The same blinded token again gets the same answer",
    roles: ['villager'],
    body: z.strictObject({ campaignId: CampaignId, blinded: Element }),
    reply: z.object({ evaluated: Element, proof: Proof }),
    problems: ['surveyClosed', 'notSampled', 'onlyConfirmed', 'alreadyDrawn'],
  },
  'POST /v1/telephone-draws': {
    summary: 'Draw the ballot of a household that is on the telephone',
    roles: ['office'],
    body: z.strictObject({ campaignId: CampaignId, rollId: RollId, blinded: Element }),
    reply: z.object({ evaluated: Element, proof: Proof }),
    problems: ['notAllowed', 'surveyClosed', 'notSampled', 'alreadyDrawn', 'householdsOwnCadre'],
  },
  'POST /v1/sheet-packs': {
    summary: 'Draw the tokens of a pack of paper sheets of one stratum; the same pack again gets the same answer',
    roles: ['office'],
    body: z.strictObject({
      id: PackId,
      campaignId: CampaignId,
      stratumId: StratumId,
      blinded: z.array(Element).check(z.minLength(1), z.maxLength(surveyLimits.packMost)),
    }),
    reply: z.object({ evaluated: z.array(Element), proof: Proof }),
    problems: ['notAllowed', 'surveyClosed', 'changedReplay'],
  },
})

/** What the function `cast` answers. Nobody is asked who they are, and nothing is logged. */
export const surveyCasts = routes({
  'POST /v1/ballots': {
    summary: 'Put a sealed ballot in; the same ballot again is acknowledged as the same',
    roles: ['anyone'],
    body: z.strictObject({ campaignId: CampaignId, stratumId: StratumId, token: Token, sealed: Sealed }),
    reply: z.object({ receipt: Receipt }),
    problems: ['surveyClosed', 'tokenWrong', 'tokenUsed'],
  },
})
