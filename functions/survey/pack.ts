import * as z from 'zod/mini'

import { CadreId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { hexId, Instant } from '../../contract/route'
import { BookedKind, CampaignId, type Pack as Shown, PackId, StratumId } from '../../contract/survey'

const Note = z.object({ by: CadreId, name: z.string(), at: Instant })
type Note = z.infer<typeof Note>

/** A line of a pack's book: so many sheets were entered or voided. It counts once two different persons have noted it. */
const Line = z.object({ id: hexId(), kind: BookedKind, sheets: z.number(), notes: z.array(Note) })
type Line = z.infer<typeof Line>

/** A pack of printed sheets: the blinded tokens that it was drawn with, and what became of its sheets. */
export const Pack = z.object({
  id: PackId,
  version: z.number(),
  campaignId: CampaignId,
  stratumId: StratumId,
  blinded: z.array(z.string()),
  by: CadreId,
  madeBy: z.string(),
  madeAt: Instant,
  steps: z.array(Line),
})
export type Pack = z.infer<typeof Pack>

/** Whether both are the same order for the same pack. */
export const isSamePack = (a: Pack, b: Pick<Pack, 'campaignId' | 'stratumId' | 'blinded'>) =>
  a.campaignId === b.campaignId && a.stratumId === b.stratumId && a.blinded.join() === b.blinded.join()

/** Whether two have noted the line. */
const isWhole = ({ notes }: Line) => notes.length > 1

const sum = (lines: readonly Line[]) => lines.reduce((total, { sheets }) => total + sheets, 0)

/** Whether the book has this line, noted by one or by two. */
export const hasLine = (pack: Pack, id: string) => pack.steps.some((line) => line.id === id)

/**
 * The pack with the line noted by one more person; itself where that person has noted it, or two others have. A line that one has noted
 * takes its sheets from those that are left, so that there are never more of them than were printed.
 */
export function booked(
  pack: Pack,
  { id, kind, sheets }: Omit<Line, 'notes'>,
  note: Note,
): Pack | Problem<'changedReplay' | 'notesDiffer' | 'notInThisState'> {
  const known = pack.steps.find((line) => line.id === id)
  if (!known) {
    if (sum(pack.steps) + sheets > pack.blinded.length) return { problem: 'notInThisState' }
    return { ...pack, steps: [...pack.steps, { id, kind, sheets, notes: [note] }] }
  }
  const isOwn = known.notes.some(({ by }) => by === note.by)
  if (known.kind !== kind || known.sheets !== sheets) return { problem: isOwn ? 'changedReplay' : 'notesDiffer' }
  if (isOwn || isWhole(known)) return pack
  return { ...pack, steps: pack.steps.map((line) => (line === known ? { ...line, notes: [...line.notes, note] } : line)) }
}

/** The pack as somebody of the office sees it: what two have noted, and what still waits for the second one. */
export function shownPack({ id, stratumId, madeAt, madeBy, blinded, steps }: Pack, to?: CadreId): Shown {
  const whole = (kind: BookedKind) => sum(steps.filter((line) => isWhole(line) && line.kind === kind))
  const waiting = steps.flatMap((line) => {
    const [first] = line.notes
    if (isWhole(line) || !first) return []
    return [{ step: line.id, kind: line.kind, sheets: line.sheets, by: first.name, at: first.at, own: first.by === to }]
  })
  return { ...{ id, stratumId, madeAt, madeBy, sheets: blinded.length }, entered: whole('entered'), voided: whole('voided'), waiting }
}
