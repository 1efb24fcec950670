/** What crosses from the logic to the view, in UTF-8 bytes of JSON. */
export type Meter = ReturnType<typeof meter>

export function meter() {
  const sum = { calls: 0, bytes: 0, firstScreenBytes: 0 }
  let touched = false
  return {
    count(json: string) {
      const bytes = Buffer.byteLength(json)
      sum.calls += 1
      sum.bytes += bytes
      if (!touched) sum.firstScreenBytes += bytes
    },
    /** The person has touched the screen: what follows is no longer the first screen. */
    touch() {
      touched = true
    },
    /** setData calls and bytes so far; `firstScreenBytes` ends with the first touch. */
    read: () => ({ ...sum }),
  }
}
