/** A request before it is sent: as its parts, so that each can be spoiled. */
export type Draft = {
  method: string
  /** The path's pieces between slashes, not yet encoded. */
  path: string[]
  query: [string, string][]
  headers: Record<string, string>
  json?: unknown
  /** What is sent in place of `json`. */
  raw?: string | Uint8Array<ArrayBuffer> | ReadableStream
  /** What stands in the address as it is, in place of path and query. */
  address?: string
}

// encodeURIComponent throws at half a character, and no client could send one in an address.
const encoded = (text: string) => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))

/** The path as it stands in an address. */
export const pathOf = ({ path }: Draft) => `/${path.map(encoded).join('/')}`

function address(draft: Draft): string {
  const search = draft.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  return search.length ? `${pathOf(draft)}?${search.join('&')}` : pathOf(draft)
}

/** The request that goes out. */
export function requestOf(draft: Draft): Request {
  const bodiless = draft.method === 'GET' || draft.method === 'HEAD'
  const body = draft.raw ?? (draft.json === undefined ? undefined : JSON.stringify(draft.json))
  const headers = new Headers()
  for (const [name, value] of Object.entries(draft.headers)) headers.set(name, value)
  return new Request(`http://jinnongjia${draft.address ?? address(draft)}`, {
    method: draft.method,
    headers,
    ...(body !== undefined && !bodiless && { body }),
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
}

/** Whether the request still goes to the route that it was made for. */
export const asked = (draft: Draft, before: Draft) =>
  draft.method === before.method && draft.address === undefined && draft.path.length === before.path.length
