type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON in its one canonical form (RFC 8785): no space, keys in the order of their UTF-16 units. Numbers are whole here, so that none
 * has two spellings; what is undefined is left out.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`${value} is no whole number`)
  if (typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join()}]`
  const keys = Object.keys(value).sort()
  const pairs = keys.map((key) => [key, value[key]] as const).filter((pair): pair is readonly [string, Json] => pair[1] !== undefined)
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
