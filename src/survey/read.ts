import { useMemo } from 'react'

import { MySurvey } from '../../contract/survey'
import { type Reading, useCall, useSurveyAtHome } from '../api/read'
import { askSurvey } from './ask'

const OLD_RELEASE = '这个版本的小程序太旧了,请更新以后再看。'

/** This household's survey, as the first screen has read it or newer. */
export function useSurvey(): Reading<MySurvey> {
  const { data: raw, ...reading } = useSurveyAtHome(true)
  const data = useMemo(() => (raw ? MySurvey.safeParse(raw).data : undefined), [raw])
  return { ...reading, data, says: raw && !data ? OLD_RELEASE : reading.says }
}

/** What was published of the units that this household knows. */
export const useSurveyResults = () => useCall({ name: 'GET /v1/survey/results', fetch: () => askSurvey('GET /v1/survey/results') })
