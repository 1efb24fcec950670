import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import * as z from 'zod/mini'

import { Secrets } from '../platform/env'

const KeptSecrets = z.object({ ...Secrets.shape, blobSecret: z.string() })
type KeptSecrets = z.infer<typeof KeptSecrets>

const made = (): KeptSecrets => ({
  sessionKey: randomBytes(32).toString('hex'),
  tagKey: randomBytes(32).toString('hex'),
  wechatSecret: randomBytes(16).toString('hex'),
  pushToken: randomBytes(16).toString('hex'),
  blobSecret: randomBytes(32).toString('hex'),
})

/** The one-machine stack's secrets: made once, kept beside its database, readable by its owner alone. */
export function keptSecrets(dataDir: string): KeptSecrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = existsSync(file) ? z.partial(KeptSecrets).parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  const whole = KeptSecrets.safeParse(known)
  if (whole.success) return whole.data
  const secrets = { ...made(), ...known }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
