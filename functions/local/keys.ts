import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { Secrets } from '../platform/env'

const made = (): Secrets => ({
  sessionKey: randomBytes(32).toString('hex'),
  tagKey: randomBytes(32).toString('hex'),
  wechatSecret: randomBytes(16).toString('hex'),
})

/** The one-machine stack's secrets: made once, kept beside its database, readable by its owner alone. */
export function keptSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  const secrets = made()
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
