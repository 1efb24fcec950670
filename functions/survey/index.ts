import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
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

type Asked = Pick<SurveyDeps, 'roster' | 'householdsOf' | 'isStaff' | 'looked' | 'calendar' | 'clock'>

/** The survey over its table, given what it asks of the other features; drawing and casting are functions of their own and know other keys. */
export const openSurvey = ({ table, tag, ...asked }: { table: Table; tag: Tag } & Asked): SurveyDeps => ({
  ...surveyStores(table),
  rollIdOf: rollIds(tag),
  ...asked,
})

export type { SurveyDeps }
/** Binds the routes of contract/survey.ts. */
export { routes as surveyRoutes }
/** What it has to do when a deadline of its items falls due, by the entity's name. */
export { surveyWake }
