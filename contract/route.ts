import * as z from 'zod/mini'

import type { ProblemName } from './problem'

// WeChat forbids `new Function`, which zod would otherwise compile its parsers with.
z.config({ jitless: true })

/**
 * Who may call a route. `anyone` has no session; `visitor` is any signed-in account; the others are granted by the
 * roster (or, for `villager`, by a proven tie to a household).
 */
export type Role = 'anyone' | 'visitor' | 'villager' | 'cadre' | 'helper' | 'desk' | 'head' | 'leader' | 'office' | 'inspection'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type RouteKey = `${Method} /${string}`

type Names<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Schema = z.ZodMiniType
type Fields = Readonly<Record<string, Schema>>

export type Route = {
  /** One line for the OpenAPI document. */
  summary: string
  roles: readonly [Role, ...Role[]]
  /** One schema for each `{name}` of the path. */
  params?: Fields
  /** Query values arrive as strings; each is optional on the wire if its schema is. */
  query?: Fields
  body?: Schema
  reply: Schema
  /** Refusals beyond those that any route may give. */
  problems: readonly ProblemName[]
}

type Whole<Key> = Names<Key> extends never ? { params?: never } : { params: { [Name in Names<Key>]: Schema } }

/** Declares a feature's routes. A route without roles, or whose path names a parameter that has no schema, does not compile. */
export function routes<const Table extends Record<RouteKey, Route>>(table: { [Key in keyof Table]: Table[Key] & Whole<Key> }): Table {
  return table
}

type Parsed<T> = T extends Fields ? { [Name in keyof T]: z.infer<T[Name]> } : undefined
type Given<T> = T extends Fields ? z.input<z.ZodMiniObject<{ -readonly [Name in keyof T]: T[Name] }>> : undefined

/** What a handler gets once the request has been parsed. */
export type Input<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: R['body'] extends Schema ? z.infer<R['body']> : undefined
}

/** What a caller passes; only what the route declares. */
export type Args<R extends Route> = (R['params'] extends Fields ? { params: Given<R['params']> } : { params?: undefined }) &
  (R['query'] extends Fields ? { query: Given<R['query']> } : { query?: undefined }) &
  (R['body'] extends Schema ? { body: z.input<R['body']> } : { body?: undefined })

export type Reply<R extends Route> = z.infer<R['reply']>

/** An instant in UTC as an ISO string with milliseconds: the one form in which time is stored and sent. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** 128 bits as lower-case hex; phones make the ids of what they send, so that a retry names the same thing. */
export const hexId = () => z.string().check(z.regex(/^[0-9a-f]{32}$/))

/** Text a person wrote: trimmed, not empty, at most `most` UTF-16 units. */
export const writtenText = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** The answer of a route that has nothing to tell. */
export const Nothing = z.object({})

/** A page of a list; `next` goes into the next request's `after`. */
export const page = <Item extends Schema>(item: Item) => z.object({ items: z.array(item), next: z.optional(z.string()) })
export const after = z.optional(z.string().check(z.maxLength(600)))
