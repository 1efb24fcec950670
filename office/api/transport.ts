import type { Transport } from '../../contract/client'

const PATIENCE_MS = 15_000

type Request = Parameters<Transport>[0] & { token?: string }

/** The one place where a request leaves the desktop, to the origin that the page came from. Rejects where no answer came. */
export async function transport({ method, url, body, token }: Request) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const reply = await fetch(url, {
      method,
      signal: patience.signal,
      // A session is a header; a ballot goes without one, and so without anything that could stand for it.
      credentials: 'omit',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as unknown }
  } finally {
    clearTimeout(timer)
  }
}
