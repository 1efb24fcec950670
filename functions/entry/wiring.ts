import type { Hono } from 'hono'

import { contract } from '../../contract/contract'
import { uploads } from '../media'
import { openApi } from '../platform/openapi'
import { answers } from './answers'
import { type Duties, duties } from './duties'
import { openFeatures, type Outside } from './features'

export type Product = Duties & {
  /** Answers the contract's routes and `GET /openapi.json`. */
  app: Hono
  /** Looks at what was uploaded under this key of the bucket. */
  uploaded: ReturnType<typeof uploads>
}

/** The whole product in one process; a deployed stage has a part of it in each function. */
export function wire(outside: Outside): Product {
  const features = openFeatures(outside)
  const app = answers(features)
  let description: ReturnType<typeof openApi> | undefined
  app.get('/openapi.json', (c) => c.json((description ??= openApi(contract))))
  return { app, ...duties(features), uploaded: uploads(features.media.looking) }
}
