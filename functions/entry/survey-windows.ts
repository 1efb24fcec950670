import * as z from 'zod/mini'

import { secretsFrom } from '../platform/secrets'
import { type WindowOf, windowsFrom } from '../survey/window'

const Environment = z.object({ SURVEY_PARAMETER: z.string() })

/** The campaigns' windows in the parameter that draw and cast alone may read. */
export function surveyWindows(env: Readonly<Record<string, string | undefined>>): WindowOf {
  const { SURVEY_PARAMETER } = Environment.parse(env)
  return windowsFrom(() => secretsFrom(env)(SURVEY_PARAMETER))
}
