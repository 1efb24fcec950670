import { type Stack, stackHere } from './frames'

/** Stands in requests to a door, so that the door finds out who is asking; no signature is over it, and it goes no further. */
export const ASKED = 'x-asked'

/** A request on its way out: from where it comes, and what ends its patience at once. */
export type Asked = { stack: Stack; giveUp: () => void }

/**
 * Notes for each `fetch` to one of these addresses from where it is asked, and lets the asker's own timeout come when it is
 * called for: how long somebody waits is not what is tried. `restore` leaves everything as it was.
 */
export function notingFetch(isDoor: (url: string) => boolean) {
  const { fetch } = globalThis
  const { timeout } = AbortSignal
  const impatience = new WeakMap<AbortSignal, () => void>()
  const asked = new Map<string, Asked>()
  let count = 0

  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController()
    const giveUp = () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
    setTimeout(giveUp, milliseconds).unref()
    impatience.set(controller.signal, giveUp)
    return controller.signal
  }
  globalThis.fetch = async (input, init) => {
    if (!isDoor(String(input))) return fetch(input, init)
    const id = String(++count)
    asked.set(id, { stack: stackHere(), giveUp: (init?.signal && impatience.get(init.signal)) ?? (() => {}) })
    try {
      return await fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string> | undefined), [ASKED]: id } })
    } finally {
      asked.delete(id)
    }
  }
  return {
    by: (id: string | undefined): Asked | undefined => (id ? asked.get(id) : undefined),
    restore: () => {
      globalThis.fetch = fetch
      AbortSignal.timeout = timeout
    },
  }
}
