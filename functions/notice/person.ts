import * as z from 'zod/mini'

import type { CadreId } from '../../contract/pairing'

/** A person whom a notice is for: a cadre of the roster, or the unnamed sender of something. */
export type Person = { cadreId: CadreId } | { senderTag: string }

/** A person as a notice is filed under them. */
export const Addressee = z.string().check(z.regex(/^(cadre|sender)-[0-9a-f]{32}$/))

/** Under what the inbox of this person is filed. */
export const filedUnder = (person: Person) => ('cadreId' in person ? `cadre-${person.cadreId}` : `sender-${person.senderTag}`)
