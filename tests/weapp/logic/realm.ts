import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

import { forgetWhatIsNew } from '../../old-phone'

/** What WeChat hides from a mini-program although its engine may have it. */
const hidden = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'Caches', 'screen', 'alert'],
  ...['confirm', 'prompt', 'XMLHttpRequest', 'WebSocket', 'Reporter', 'webkit', 'WeixinJSCore'],
]

/** What WeChat's JavaScript lacks whatever the phone's engine is. */
const missing = [
  ...['AbortController', 'AbortSignal', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone', 'queueMicrotask'],
  ...['Intl', 'WebAssembly', 'SharedArrayBuffer', 'fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'Event'],
  ...['EventTarget', 'crypto', 'performance', 'atob', 'btoa'],
]

export type Realm = {
  /** Runs a script of the mini-program once and answers its exports. */
  load: (file: string) => unknown
  /** The value as the mini-program's own objects: their prototypes are not Node's. */
  own: <Value>(value: Value) => Value
  bytes: (length: number) => Uint8Array
}

/**
 * A bare JavaScript world for the mini-program in `dist`: no browser, no Node, no eval. `bigInt`: that of a phone which can reckon with
 * large numbers, as from iOS 14 on; it lacks all the rest of what the oldest phones lack.
 */
export function realm(dist: string, globals: Record<string, unknown>, bigInt: boolean): Realm {
  const context = vm.createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext(`for (const name of ${JSON.stringify(missing)}) delete globalThis[name]; globalThis.global = globalThis`, context)
  const { BigInt: kept } = vm.runInContext('({ BigInt })', context)
  vm.runInContext(forgetWhatIsNew, context)
  if (bigInt) Object.assign(context, { BigInt: kept })
  const parse: (text: string) => never = vm.runInContext('(text) => JSON.parse(text)', context)
  const loaded = new Map<string, { exports: unknown }>()

  function load(file: string): unknown {
    const name = path.posix.normalize(file).replace(/^\//, '').replace(/\.js$/, '') + '.js'
    const known = loaded.get(name)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    loaded.set(name, module)
    const script = readFileSync(path.join(dist, name), 'utf8')
    const run = vm.runInContext(`(function(require,module,exports,${hidden.join(',')}){${script}\n})`, context, {
      filename: `weapp/${name}`,
    })
    run((other: string) => load(other.startsWith('/') ? other : path.posix.join(path.posix.dirname(name), other)), module, module.exports)
    return module.exports
  }

  return {
    load,
    own: (value) => (value === undefined ? value : parse(JSON.stringify(value))),
    bytes: vm.runInContext('(length) => new Uint8Array(length)', context),
  }
}
