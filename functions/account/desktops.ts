import { Entity } from 'electrodb'

import type { Problem } from '../../contract/problem'
import { desktopLimits } from '../../contract/desktop'
import { hour } from '../../contract/time'
import { change, landed, type Table } from '../platform/table'
import { DesktopSignIn } from './desktop'

const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'desktopSignIn', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    signInId: must,
    secretHash: must,
    machine: must,
    state: must,
    accountId: { type: 'string' },
    at: must,
    until: must,
    /** Seconds since 1970, for the table's TTL. */
    ttl: { type: 'number' },
  },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** Desktops' ways in, one item each under the tag of the code that the desktop shows. */
export function desktopSignIns({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: string): Promise<DesktopSignIn | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true })
    return data ? DesktopSignIn.parse(data) : undefined
  }
  const stored = (signIn: DesktopSignIn) => ({
    ...signIn,
    ttl: Math.ceil((Date.parse(signIn.until) + desktopLimits.sessionHours * hour) / 1000),
  })
  return {
    get,
    /** False if the id is taken. */
    add: (signIn: DesktopSignIn) => landed(entity.create(stored(signIn)).go()),
    change: <Refusal extends Problem>(id: string, rule: (signIn: DesktopSignIn) => DesktopSignIn | Refusal) =>
      change<DesktopSignIn, Refusal>(
        {
          read: () => get(id),
          write: (next, from) =>
            landed(
              entity
                .put(stored(next))
                .where(({ version }, { eq }) => eq(version, from))
                .go(),
            ),
        },
        rule,
      ),
  }
}
export type DesktopSignIns = ReturnType<typeof desktopSignIns>
