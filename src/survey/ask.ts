import { client } from '../../contract/client'
import { survey, surveyDraws } from '../../contract/survey'
import { signed } from '../api/ask'
import { transport } from '../api/transport'

/** What of the survey is asked for with a session. */
export const askSurvey = client({ ...survey, ...surveyDraws }, signed)

const receipts = 'GET /v1/survey-receipts/{campaignId}/{prefix}'

/** Published receipts, asked for without a session. */
export const askReceipts = client({ [receipts]: survey[receipts] }, transport)
