import type { survey } from '../../contract/survey'
import type { Handler } from '../platform/bind'

type Routes = typeof survey

/** Handlers of some of the survey's routes. */
export type Bindings<Key extends keyof Routes> = { [Each in Key]: Handler<Routes[Each]> }
