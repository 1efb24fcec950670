import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import { besideOf } from './beside'
import { campaigns } from './campaigns'
import type { SurveyDeps } from './deps'
import { digestStore } from './digests'
import { packs } from './packs'
import { publishedReceipts } from './published-receipts'
import { rectifications } from './rectifications'
import { resultStore } from './results'
import { rollEntries } from './roll-entries'
import { rollIds } from './roll-id'
import { routes } from './routes'
import { strataStore } from './strata'
import { villageRolls } from './village-rolls'
import { surveyWake } from './work'

/** The survey's items, one store a kind. */
export const surveyStores = (table: Table) => ({
  campaigns: campaigns(table),
  strata: strataStore(table),
  rolls: villageRolls(table),
  entries: rollEntries(table),
  packs: packs(table),
  results: resultStore(table),
  rectifications: rectifications(table),
  digests: digestStore(table),
  published: publishedReceipts(table),
})

type Asked = Pick<SurveyDeps, 'roster' | 'householdsOf' | 'isStaff' | 'calendar' | 'clock'>

/** The survey, but for drawing and casting, which are functions of their own and know other keys. */
export function openSurvey({ table, tag, ...asked }: { table: Table; tag: Tag } & Asked) {
  const deps: SurveyDeps = { ...surveyStores(table), rollIdOf: rollIds(tag), ...asked }
  return {
    /** The bound routes of contract/survey.ts. */
    routes: routes(deps),
    /** What it has to do when a deadline of its items falls due, by the entity's name. */
    wake: surveyWake(deps),
  }
}

export { besideOf }
