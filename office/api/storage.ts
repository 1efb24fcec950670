import type * as z from 'zod/mini'

/**
 * What survives a reload of this tab, and nothing more: an office's computer is used by several people, so that neither a
 * session nor a half-written complaint stays on its disk.
 */
export function keep(name: string, value: unknown) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // The tab has no room or no storage: the page works all the same until it is reloaded.
  }
}

/** What was kept under `name`, if it still has the form of today's program. */
export function kept<Schema extends z.ZodMiniType>(name: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    const stored = sessionStorage.getItem(name)
    return stored === null ? undefined : schema.safeParse(JSON.parse(stored)).data
  } catch {
    return undefined
  }
}

/** Forgets what was kept under `name`. */
export function forget(name: string) {
  try {
    sessionStorage.removeItem(name)
  } catch {
    // What cannot be removed goes with the tab.
  }
}

/** Forgets everything that this tab has kept. */
export function forgetAll() {
  try {
    sessionStorage.clear()
  } catch {
    // As above.
  }
}
