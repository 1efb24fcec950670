import * as z from 'zod/mini'

import type { Stored } from './stored'

/**
 * What of a kind of item has to be the same whatever befell; `more`: how many of them there are may be more; `byLot`: how many there
 * are is the same, and which, another time is another lot.
 */
type Rule = { same: (item: Stored) => unknown; more?: true; byLot?: true } | 'whatever'

const some =
  (...names: string[]) =>
  (item: Stored): unknown =>
    Object.fromEntries(names.map((name) => [name, item[name]]))
const there = () => true
/** An optional instant: whether it has come, not when. */
const has = (value: unknown) => value !== undefined
const list = (value: unknown): unknown[] => [...(z.optional(z.union([z.array(z.unknown()), z.set(z.unknown())])).parse(value) ?? [])].sort()

const Id = z.optional(z.looseObject({ id: z.optional(z.string()) }))
const idIn = (value: unknown) => Id.parse(value)?.id
const Tie = z.optional(z.object({ householdId: z.string(), by: z.string() }))
const Line = z.object({ kind: z.string(), by: z.string(), found: z.number() })
const Lead = z.optional(z.object({ cadreId: z.string(), source: z.string() }))
const Entry = z.object({
  step: z.string(),
  by: z.looseObject({ side: z.string() }),
  text: z.optional(z.string()),
  media: z.optional(z.array(z.object({ id: z.string() }))),
})
const Head = z.object({
  state: z.string(),
  deskId: z.optional(z.string()),
  raised: z._default(z.array(z.string()), []),
  flagged: z.optional(z.boolean()),
  merged: z._default(z.array(z.object({ id: z.string() })), []),
  mergedInto: z.optional(z.object({ id: z.string() })),
  extension: z.optional(z.object({ state: z.string() })),
  rectification: z.optional(z.object({ state: z.string() })),
  timeline: z.array(Entry),
})

const Draw = z.optional(z.object({ by: z.string(), blinded: z.optional(z.string()), slip: z.optional(z.string()) }))
const Booked = z.object({ kind: z.string(), sheets: z.number(), notes: z.array(z.object({ by: z.string() })) })
const Answer = z.optional(z.object({ text: z.string() }))

/** A ticket without what differs from run to run: its number, the ids of the clock's steps, times. */
const ticket = (item: Stored) => {
  const { timeline, raised, ...head } = Head.parse(item)
  const lines = timeline.map(({ step, by, text = '', media = [] }) => [step, by.side, text, ...media.map(({ id }) => id)].join(' '))
  return { ...head, raised: [...raised].sort(), timeline: lines }
}

/**
 * Everything that the product stores, by the name of the entity, and what of it a fault may not change. What is not here is
 * looked at by itself (check.ts): notices, and what a run leaves of its numbers.
 */
export const rules: Readonly<Record<string, Rule>> = {
  ticket: { same: ticket },
  words: { same: some('text', 'senderTag', 'digest') },
  sender: { same: some('name', 'phone', 'place', 'accountId', 'abandoned') },
  senderRead: { same: some('reason', 'step') },
  account: { same: ({ tie, phone, cadreId, asked }) => ({ tie: Tie.parse(tie), phone, cadreId, asked: idIn(asked) }) },
  tieRequest: { same: some('state', 'accountId', 'householdId', 'cadreId', 'name') },
  // A desktop that never heard of its session begins again.
  desktopSignIn: { same: some('state', 'accountId'), more: true },
  boxOpening: { same: (item) => ({ slips: item['slips'], typed: list(item['typed']), confirmed: has(item['confirmedAt']) }) },
  // Each look is kept before it is answered: whoever has to look again is seen to have done so.
  lookup: { same: ({ line }) => Line.parse(line), more: true },
  media: { same: some('state', 'kind', 'ownerTag', 'ticketId', 'because', 'keptHidden', 'toFlag', 'seconds') },
  mediaOwner: { same: some('accountId') },
  mediaTrace: { same: some('mediaId'), more: true },
  textCheck: { same: some('state') },
  calendar: { same: some('days') },
  grants: { same: ({ reports }) => list(reports) },
  household: {
    same: ({ lead, helpers, phones, headName, history, gap }) => ({
      ...{ headName, helpers: list(helpers), phones: list(phones), lead: Lead.parse(lead), gap: has(gap) },
      ...{ history: z.array(z.unknown()).parse(history).length },
    }),
  },
  cadre: { same: some('name', 'phone', 'duties', 'active', 'unitId') },
  unit: { same: some('name', 'above') },
  village: { same: some('name', 'officeUnitId', 'inspectionUnitId') },
  phone: { same: there },
  // Whoever does not know whether a card has been replaced replaces it once more.
  revokedCard: { same: there, more: true },
  // The households of a cadre, which have no entity of their own.
  '': { same: ({ households }) => list(households) },
  // What is frozen has its own instant in it, and every digest of it.
  survey: { same: some('state', 'by', 'plan', 'counties', 'publicValue', 'totalsDigest', 'because', 'work') },
  surveyStratum: { same: some('units', 'roll', 'sample', 'rollDigest') },
  surveyRoll: { same: some('rows') },
  // Who is drawn follows from the instant of the freeze; drawn.ts looks at that.
  surveyEntry: {
    same: ({ householdId, drew, drawn }) => drew !== undefined && { householdId, drew, drawn: Draw.parse(drawn) },
    byLot: true,
  },
  surveyPack: { same: ({ blinded, steps }) => ({ blinded, steps: z.array(Booked).parse(steps) }) },
  surveyDigest: { same: some('strata', 'last', 'voided') },
  // One that was cut short leaves what it had taken in, under its own digest, which stands in no chain.
  surveyDigestPart: { same: some('stratumId', 'part', 'receipts'), more: true },
  surveyReceipts: { same: some('receipts', 'digests') },
  surveyTotalsPart: { same: some('text') },
  surveyTotals: { same: some('text') },
  surveyResult: { same: some('result') },
  surveySpoilt: { same: some('receipts') },
  surveyRectification: { same: ({ because, unitId, answer }) => ({ because, unitId, answer: Answer.parse(answer) }) },
  ballot: { same: some('stratum', 'sealed') },
  // How often something was tried, and until when something else may not be done.
  allowance: 'whatever',
  phoneCode: 'whatever',
  firstOfDay: 'whatever',
  textPass: 'whatever',
}
