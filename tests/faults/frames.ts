type Place = { getFileName: () => string | null | undefined; getLineNumber: () => number | null; getColumnNumber: () => number | null }

const ours = '/functions/'
const DEEP = 200
const readable = new Map<string, string>()

const lineOf = (line: string) => /functions\/([^:]+:\d+)/.exec(line)?.[1] ?? ''
const inOurs = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => line.includes(ours))
    .map(lineOf)
    .join(' < ')

/**
 * From where in functions/ the present call comes, innermost first, across awaits: `ticket/send.ts:39 < platform/http.ts:110`.
 * Lines are looked up in the source maps once a place.
 */
export function cameFrom(): string {
  const { stackTraceLimit, prepareStackTrace } = Error
  Error.stackTraceLimit = DEEP
  try {
    Error.prepareStackTrace = (_, places: Place[]) =>
      places
        .filter((place) => place.getFileName()?.includes(ours))
        .map((place) => `${place.getFileName()}:${place.getLineNumber()}:${place.getColumnNumber()}`)
        .join()
    const raw = String(new Error().stack)
    Error.prepareStackTrace = prepareStackTrace
    const known = readable.get(raw) ?? inOurs(String(new Error().stack))
    readable.set(raw, known)
    return known
  } finally {
    Error.prepareStackTrace = prepareStackTrace
    Error.stackTraceLimit = stackTraceLimit
  }
}
