import { readFileSync } from 'node:fs'
import path from 'node:path'

import { parse } from 'yaml'
import * as z from 'zod/mini'

import type { Request } from './meter'

const several = z.union([z.string(), z.array(z.string())])
const Statement = z.looseObject({ Action: several, Resource: z.string() })
const Role = z.object({
  Properties: z.object({ Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) })) }),
})
const Roles = z.object({ Resources: z.record(z.string(), Role) })

// CloudFormation's short forms, of which the text is enough here.
const customTags = ['!GetAtt', '!Sub', '!Ref'].map((tag) => ({ tag, resolve: (text: string) => text }))
const file = path.resolve(__dirname, '..', '..', 'config', 'cloud', 'roles.yml')

const covers = (resource: string, on: Request['on']) =>
  on === 'table'
    ? resource === 'MainTable.Arn'
    : new RegExp(`^${resource.replace('${MainTable.Arn}/', '').replace('*', '.*')}$`).test(on) && resource.includes('/index/')

/** Whether this role of config/cloud/roles.yml lets its function make the request. */
export function rightsOf(role: string): (request: Request) => boolean {
  const { Resources } = Roles.parse(parse(readFileSync(file, 'utf8'), { customTags }))
  const statements = (Resources[role]?.Properties.Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
  return ({ action, on }) => statements.some(({ Action, Resource }) => [Action].flat().includes(action) && covers(Resource, on))
}
