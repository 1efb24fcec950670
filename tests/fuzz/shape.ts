import * as z from 'zod/mini'

/** A JSON schema as `GET /openapi.json` has it, as far as the contract uses it: a keyword that is not known here fails the run. */
export type Shape = {
  type?: string
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: boolean | Shape
  propertyNames?: Shape
  oneOf?: Shape[]
  anyOf?: Shape[]
  allOf?: Shape[]
  items?: Shape
  prefixItems?: Shape[]
  enum?: (string | number)[]
  const?: string | number | boolean
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minItems?: number
  maxItems?: number
}

const number = z.optional(z.number())
const inner: z.ZodMiniType<Shape> = z.lazy(() => Shape)
const several = z.optional(z.array(inner))

export const Shape: z.ZodMiniType<Shape> = z.strictObject({
  type: z.optional(z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])),
  properties: z.optional(z.record(z.string(), inner)),
  required: z.optional(z.array(z.string())),
  additionalProperties: z.optional(z.union([z.boolean(), inner])),
  propertyNames: z.optional(inner),
  oneOf: several,
  anyOf: several,
  allOf: several,
  items: z.optional(inner),
  prefixItems: several,
  enum: z.optional(z.array(z.union([z.string(), z.number()]))),
  const: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  pattern: z.optional(z.string()),
  minLength: number,
  maxLength: number,
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  minItems: number,
  maxItems: number,
  format: z.optional(z.string()),
  description: z.optional(z.string()),
  default: z.optional(z.unknown()),
})

const Parameter = z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: Shape })
const Content = z.object({ content: z.object({ 'application/json': z.object({ schema: Shape }) }) })
const Operation = z.object({ parameters: z.array(Parameter), requestBody: z.optional(Content), 'x-roles': z.array(z.string()) })

/** What the OpenAPI document says of one route. */
export type Operation = {
  params: Record<string, Shape>
  query: Record<string, { shape: Shape; required: boolean }>
  body?: Shape
  roles: string[]
}

/** One operation of the document. */
export function operationOf(document: { paths: Record<string, Record<string, unknown>> }, key: string): Operation {
  const [method = '', path = ''] = key.split(' ')
  const { parameters, requestBody, 'x-roles': roles } = Operation.parse(document.paths[path]?.[method.toLowerCase()])
  const at = (where: string) => parameters.filter((one) => one.in === where)
  const params = Object.fromEntries(at('path').map(({ name, schema }) => [name, schema]))
  const query = Object.fromEntries(at('query').map(({ name, schema: shape, required }) => [name, { shape, required }]))
  return { params, query, body: requestBody?.content['application/json'].schema, roles }
}
