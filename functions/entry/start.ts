import { systemClock } from '../platform/clock'
import { settingsFrom } from '../platform/env'
import { structuredLog } from '../platform/log'
import { secretsFrom } from '../platform/secrets'
import { noSms } from '../platform/sms'
import { connect } from '../platform/table'
import { wire } from './wiring'

/** The product of a deployed stage, from the function's environment and its secrets. */
export async function start(service: string) {
  const settings = await settingsFrom(process.env, secretsFrom(process.env))
  const log = structuredLog(service)
  const table = { client: connect(settings.dynamodbEndpoint), name: settings.table }
  return { ...wire({ settings, table, sms: noSms, clock: systemClock, log }), log }
}
