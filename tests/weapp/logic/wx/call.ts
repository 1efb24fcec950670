import type { World } from '../world'

/** What a wx function is called with; everything else it reads for itself. */
export type Options = Record<string, unknown>
type Callback = (result: unknown) => void

/** Throw it to make a wx call end in `fail`, with WeChat's words. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

const callback = (options: Options, name: string) => {
  const found = options[name]
  return typeof found === 'function' ? (found as Callback) : undefined
}

/** The options without their callbacks, as they were at the moment of the call. */
function recorded(options: unknown): unknown {
  return options === undefined ? undefined : JSON.parse(JSON.stringify(options))
}

/** Does what is asked and answers what `success` gets, if it gets more than `errMsg`. */
export type Perform = (options: Options) => unknown

/** A wx function that answers through `success`, `fail` and `complete`, or by a promise where there are none. */
export function call({ handset, realm, timers, failed, alive }: World, name: string, perform: Perform = () => undefined) {
  return (options: Options = {}) => {
    handset.calls.push({ name, options: recorded(options) })
    const done = (async () => perform(options))()
    const later = (finish: (result: unknown) => void, result: object) => {
      if (alive()) timers.setTimeout(() => finish(realm.own(result)))
    }
    const [success, fail, complete] = [callback(options, 'success'), callback(options, 'fail'), callback(options, 'complete')]
    const answered = done.then(
      (result) => ({ ok: true as const, result: { errMsg: `${name}:ok`, ...(typeof result === 'object' ? result : {}) } }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        return { ok: false as const, result: { errMsg: `${name}:fail ${error.message}`, ...error.more } }
      },
    )
    if (success || fail || complete) {
      answered.then(
        ({ ok, result }) =>
          later((own) => {
            if (ok) success?.(own)
            else fail?.(own)
            complete?.(own)
          }, result),
        failed,
      )
      return undefined
    }
    return answered.then(({ ok, result }) => {
      if (ok) return realm.own(result)
      throw realm.own(result)
    })
  }
}

/** Several wx functions that do nothing but succeed. */
export function plainCalls(world: World, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, call(world, name)]))
}
