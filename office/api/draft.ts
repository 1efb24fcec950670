import { useState } from 'react'
import type * as z from 'zod/mini'

import { accountId } from './session'
import { forget, keep, kept } from './storage'

const nameOf = (name: string) => `draft:${accountId()}:${name}`

/** A form's values, kept at every keystroke until they are sent: a reload, or a session that ran out, loses nothing. */
export function useDraft<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  fresh: () => z.infer<Schema>,
): [z.infer<Schema>, (next: z.infer<Schema>) => void, () => void] {
  const [value, setValue] = useState<z.infer<Schema>>(() => kept(nameOf(name), schema) ?? fresh())
  const set = (next: z.infer<Schema>) => {
    keep(nameOf(name), next)
    setValue(next)
  }
  const clear = () => {
    forget(nameOf(name))
    setValue(fresh())
  }
  return [value, set, clear]
}
