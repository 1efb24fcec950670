import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import { CadreId, type UnitId } from '../../contract/pairing'
import { SenderRead, StepId, type TicketId } from '../../contract/ticket'
import { landed, type Table } from '../platform/table'

const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'senderRead', version: '1', service: 'jnj' },
  attributes: {
    ticketId: must,
    step: must,
    id: must,
    number: must,
    at: must,
    cadreId: must,
    by: must,
    reason: must,
    watchedBy: must,
    watchedAt: must,
    line: { type: CustomAttributeType<SenderRead>('any'), required: true },
  },
  indexes: {
    byTicket: { pk: { field: 'pk', composite: ['ticketId'] }, sk: { field: 'sk', composite: ['step'] } },
    byInspection: {
      index: 'list4',
      pk: { field: 'list4pk', composite: ['watchedBy'] },
      sk: { field: 'list4sk', composite: ['watchedAt'] },
    },
  },
} as const

const Read = z.object({ ...SenderRead.shape, step: StepId, cadreId: CadreId })
type Read = z.infer<typeof Read>

const Listed = z.object({ line: SenderRead })
/** A place in inspection's list of reads. */
export const ReadPosition = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[0-9a-f]{32}$/))
const position = ({ at, step }: Pick<Read, 'at' | 'step'>) => `${at}${step}`
const A_PAGE = 50

/** Each read of a confidential sender, one item: written before the sender is read, and never changed. */
export function senderReads({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  return {
    /** The read as it is kept: this one, or an earlier one of the same step. */
    keep: async (read: Read, inspectionId: UnitId): Promise<Read> => {
      const line = SenderRead.parse(read)
      const kept = { ...read, id: read.step, line, watchedBy: `reads-${inspectionId}`, watchedAt: position(read) }
      if (await landed(entity.create(kept).go())) return read
      const { data } = await entity.get({ ticketId: read.ticketId, step: read.step }).go({ consistent: true })
      return Read.parse(data)
    },
    /** All reads of this ticket's sender, oldest first. */
    of: async (ticketId: TicketId): Promise<SenderRead[]> => {
      const { data } = await entity.query.byTicket({ ticketId }).go({ pages: 'all' })
      return data.map((read) => SenderRead.parse(read)).sort((a, b) => (a.at < b.at ? -1 : 1))
    },
    /** A page of the reads in what this inspection watches over, newest first; with where the next page begins. */
    watchedBy: async (inspectionId: UnitId, after?: string): Promise<{ items: SenderRead[]; next?: string }> => {
      const all = entity.query.byInspection({ watchedBy: `reads-${inspectionId}` })
      const { data } = await (after ? all.lt({ watchedAt: after }) : all).go({ order: 'desc', limit: A_PAGE })
      const lines = data.map((row) => ({ line: Listed.parse(row).line, id: String(row.id) }))
      const last = lines[A_PAGE - 1]
      return { items: lines.map(({ line }) => line), next: last && `${last.line.at}${last.id}` }
    },
  }
}
export type SenderReads = ReturnType<typeof senderReads>
