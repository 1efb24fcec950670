import { survey } from '../../contract/survey'
import { bind } from '../platform/bind'
import { campaignRoutes } from './campaign-routes'
import type { SurveyDeps } from './deps'
import { offices } from './office'
import { resultRoutes } from './result-routes'
import { villagerRoutes } from './villager-routes'
import { visitRoutes } from './visit-routes'

/** Binds the survey's routes, but for those by which ballots are drawn and cast. */
export function routes(deps: SurveyDeps) {
  const office = offices(deps)
  return bind(survey, {
    ...villagerRoutes(deps),
    ...visitRoutes(deps, office),
    ...campaignRoutes(deps, office),
    ...resultRoutes(deps, office),
  })
}
