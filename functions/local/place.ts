import path from 'node:path'

import * as z from 'zod/mini'

import { Secrets } from '../platform/env'
import { secretsFrom } from '../platform/secrets'
import { connect, type Table } from '../platform/table'
import { type Tag, tagger } from '../platform/tag'
import { openDatabase } from './database'
import { keptSecrets } from './keys'

/** Where a roster goes: a table, and the tags under which its telephones and cards are looked for. */
export type Place = { table: Table; tag: Tag; close: () => Promise<void> }

const Stage = z.object({ TABLE: z.string(), SECRETS_PARAMETER: z.string() })

/**
 * The deployed stage, where TABLE and SECRETS_PARAMETER name one and the environment has AWS credentials for it; without them the
 * one-machine stack under DATA_DIR.
 */
export async function rosterPlace(env: Readonly<Record<string, string | undefined>>): Promise<Place> {
  if (env['TABLE'] === undefined && env['SECRETS_PARAMETER'] === undefined) {
    const dataDir = path.resolve(env['DATA_DIR'] ?? '.local')
    const { table, close } = await openDatabase(dataDir)
    return { table, tag: tagger(keptSecrets(dataDir).tagKey), close }
  }
  const { TABLE, SECRETS_PARAMETER } = Stage.parse(env)
  const { tagKey } = z.pick(Secrets, { tagKey: true }).parse(JSON.parse(await secretsFrom(env)(SECRETS_PARAMETER)))
  const client = connect()
  return { table: { client, name: TABLE }, tag: tagger(tagKey), close: async () => client.destroy() }
}
