import { systemClock } from '../platform/clock'
import { settingsFrom } from '../platform/env'
import { structuredLog } from '../platform/log'
import { secretsFrom } from '../platform/secrets'
import { noSms } from '../platform/sms'
import { tencentSms } from '../platform/sms-tencent'
import { connect } from '../platform/table'
import { openFeatures } from './features'

/** The features of a deployed stage, from the function's environment and its secrets. */
export async function start(service: string) {
  const settings = await settingsFrom(process.env, secretsFrom(process.env))
  const log = structuredLog(service)
  const table = { client: connect(settings.dynamodbEndpoint), name: settings.table }
  const sms = settings.sms ? tencentSms(settings.sms, { clock: systemClock, log }) : noSms
  return openFeatures({ settings, table, sms, clock: systemClock, log })
}
