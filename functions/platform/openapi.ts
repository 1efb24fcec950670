import * as z from 'zod/mini'

import { ProblemReply } from '../../contract/problem'
import type { Route, RouteKey } from '../../contract/route'

const schema = (type: z.ZodMiniType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return json
}
const content = (type: z.ZodMiniType, io: 'input' | 'output') => ({ 'application/json': { schema: schema(type, io) } })
const parameters = (where: 'path' | 'query', fields: Route['params'] = {}) =>
  Object.entries(fields).map(([name, type]) => ({
    name,
    in: where,
    required: where === 'path' || !type.safeParse(undefined).success,
    schema: schema(type, 'input'),
  }))

/** The contract as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.0), from the very schemas that requests are parsed with. */
export function openApi(table: Readonly<Record<RouteKey, Route>>) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [key, route] of Object.entries(table) as [RouteKey, Route][]) {
    const [method = '', path = ''] = key.split(' ')
    const operation = {
      summary: route.summary,
      operationId: key.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      'x-roles': route.roles,
      'x-problems': route.problems,
      ...(route.roles.includes('anyone') ? { security: [] } : {}),
      parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
      ...(route.body && { requestBody: { required: true, content: content(route.body, 'input') } }),
      responses: {
        200: { description: 'Done', content: content(route.reply, 'output') },
        default: { description: 'Refused', content: content(ProblemReply, 'output') },
      },
    }
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  return {
    openapi: '3.1.0',
    info: { title: '进农家', version: '1' },
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ session: [] }],
    paths,
  }
}
