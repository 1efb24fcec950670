type Place = { getFileName: () => string | null | undefined; getLineNumber: () => number | null; getColumnNumber: () => number | null }

/** A stack as it was when something was asked. Two, because one can be read once: by its raw places, or by those of the source. */
export type Stack = { raw: Error; mapped: Error }
/** A place in functions/. */
export type Frame = { file: string; line: number }

const ours = '/functions/'
const DEEP = 200
const readable = new Map<string, Frame[]>()

const framesOf = (stack: string): Frame[] =>
  stack.split('\n').flatMap((line) => {
    const [, file, at] = /\/functions\/([^:]+):(\d+)/.exec(line) ?? []
    return file ? [{ file, line: Number(at) }] : []
  })

/** The stack at this moment. Taken where something is asked for: later, whoever has returned a promise without awaiting it is in none. */
export function stackHere(): Stack {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = DEEP
  const stack = { raw: new Error(), mapped: new Error() }
  Error.stackTraceLimit = stackTraceLimit
  return stack
}

function rawOf({ raw }: Stack): string {
  const { prepareStackTrace } = Error
  Error.prepareStackTrace = (_, places: Place[]) =>
    places
      .filter((place) => place.getFileName()?.includes(ours))
      .map((place) => `${place.getFileName()}:${place.getLineNumber()}:${place.getColumnNumber()}`)
      .join()
  try {
    return String(raw.stack)
  } finally {
    Error.prepareStackTrace = prepareStackTrace
  }
}

/** The places in functions/ through which a call came, innermost first, across awaits; in the source's lines, looked up once a place. */
export function framesIn(stack: Stack): readonly Frame[] {
  const raw = rawOf(stack)
  const known = readable.get(raw) ?? framesOf(String(stack.mapped.stack))
  readable.set(raw, known)
  return known
}
