import { wxmlToJs } from 'miniprogram-compiler'

const compiled = new Map<string, string>()

/** Every template of `dist` through WeChat's own compiler: a script that sets `$gwx`. */
export function compileWxml(dist: string): string {
  const script = compiled.get(dist) ?? `window.$gwx = (function (global) { ${wxmlToJs(dist, { maxBuffer: 1 << 28 })} })({})`
  compiled.set(dist, script)
  return script
}
