import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type CampaignId, Rectification as Shown, type RectificationId } from '../../contract/survey'
import { listing } from '../platform/outbox'
import { change, landed, owedIndex, type Table } from '../platform/table'
import { Rectification } from './rectification'

const must = { type: 'string', required: true } as const
const any = { type: CustomAttributeType<unknown>('any') } as const

const model = {
  model: { entity: 'surveyRectification', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    campaignId: must,
    campaignTitle: must,
    unitId: must,
    unitName: must,
    because: any,
    result: any,
    dueAt: must,
    answer: any,
    officeId: must,
    answeredBy: { type: 'string' },
    outbox: any,
    wakeAt: { type: 'string' },
    desk: must,
    shelf: must,
    place: must,
    line: { type: CustomAttributeType<Shown>('any'), required: true },
    owing: { type: 'boolean' },
    owedShard: { type: 'string' },
    owedAt: { type: 'string' },
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    ofUnit: { index: 'list3', pk: { field: 'list3pk', composite: ['desk'] }, sk: { field: 'list3sk', composite: ['place'] } },
    all: { index: 'list4', pk: { field: 'list4pk', composite: ['shelf'] }, sk: { field: 'list4sk', composite: ['place'] } },
    owed: owedIndex,
  },
} as const

/** The entity's name as it stands in each of its items. */
export const RECTIFICATION_ENTITY = model.model.entity

const SHELF = 'rectifications'
const deskOf = (unitId: UnitId) => `rectify-${unitId}`
const Listed = z.object({ line: Shown })

const stored = (item: Rectification, now: Instant) => ({
  ...item,
  ...{ desk: deskOf(item.unitId), shelf: SHELF, place: `${item.dueAt}${item.id}`, line: Shown.parse(item) },
  ...listing(item, now),
})

/** What the survey has asked of units, one item each. */
export function rectifications({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: RectificationId): Promise<Rectification | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true })
    return data ? Rectification.parse(data) : undefined
  }
  const lines = (data: readonly unknown[]) => data.map((row) => Listed.parse(row).line)
  const all = async () => lines((await entity.query.all({ shelf: SHELF }).go({ order: 'desc', pages: 'all' })).data)
  return {
    /** Stores a new item; false if it stands already. */
    add: (item: Rectification, now: Instant) => landed(entity.create(stored(item, now)).go()),
    change: <Refusal extends Problem>(id: RectificationId, rule: (item: Rectification) => Rectification | Refusal, now: Instant) =>
      change<Rectification, Refusal>(
        {
          read: () => get(id),
          write: (next, from) =>
            landed(
              entity
                .put(stored(next, now))
                .where(({ version }, { eq }) => eq(version, from))
                .go(),
            ),
        },
        rule,
      ),
    /** What was asked of a unit, the latest due first. */
    ofUnit: async (unitId: UnitId) => lines((await entity.query.ofUnit({ desk: deskOf(unitId) }).go({ order: 'desc', pages: 'all' })).data),
    all,
    ofCampaign: async (campaignId: CampaignId) => (await all()).filter((line) => line.campaignId === campaignId),
  }
}
export type Rectifications = ReturnType<typeof rectifications>
