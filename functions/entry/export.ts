import * as z from 'zod/mini'

import { CampaignId } from '../../contract/survey'
import { bucket } from '../platform/blobs'
import { systemClock } from '../platform/clock'
import { structuredLog } from '../platform/log'
import { connect } from '../platform/table'
import { type Shelf, surveyExports } from '../survey/exports'

const given = z
  .object({
    ...{ TABLE: z.string(), BALLOTS_TABLE: z.string(), BUCKET: z.string(), BUCKET_URL: z.url(), AWS_REGION: z.string() },
    ...{ AWS_ACCESS_KEY_ID: z.string(), AWS_SECRET_ACCESS_KEY: z.string(), AWS_SESSION_TOKEN: z.optional(z.string()) },
  })
  .parse(process.env)

const log = structuredLog('export')
const client = connect()
const exports = surveyExports({ table: { client, name: given.TABLE }, ballots: { client, name: given.BALLOTS_TABLE } })
const credentials = {
  accessKeyId: given.AWS_ACCESS_KEY_ID,
  secretAccessKey: given.AWS_SECRET_ACCESS_KEY,
  sessionToken: given.AWS_SESSION_TOKEN,
}
const blobs = bucket({ name: given.BUCKET, url: given.BUCKET_URL, region: given.AWS_REGION, credentials, timeoutMs: 300_000 }, systemClock)
const shelf: Shelf = (campaignId) => (name, bytes) => blobs.put(`${campaignId}/${name}`, Buffer.from(bytes), 'application/octet-stream')

/** What an operator asks for by hand: the folder of this campaign once more. The clock asks for nothing. */
const Again = z.object({ campaignId: CampaignId })

/** At midnight: a digest over what is new of each open campaign, and the auditors' folder of each that has closed. */
export async function handler(event: unknown): Promise<{ campaignId: CampaignId; done: string }[]> {
  const asked = Again.safeParse(event)
  const now = systemClock()
  const results = asked.success
    ? [{ ...asked.data, done: (await exports.again(asked.data.campaignId, shelf, now)) ? 'again' : 'nothing' }]
    : await exports.due(shelf, now)
  for (const { campaignId, done } of results) log.info('survey.exported', { campaign: campaignId, done })
  return results
}
