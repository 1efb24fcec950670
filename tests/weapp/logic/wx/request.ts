import type { Reply } from '../http'
import { send } from '../http'
import type { Handset, World } from '../world'
import type { Options } from './call'
import { call, Refusal } from './call'

// WeChat knows no PATCH.
const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

function address(url: string, { apiUrl, server }: Handset): string {
  if (url !== apiUrl && !url.startsWith(`${apiUrl}/`)) throw new Refusal('url not in domain list')
  return server + url.slice(apiUrl.length)
}

function message(options: Options, handset: Handset) {
  const method = String(options.method ?? 'GET').toUpperCase()
  if (!methods.includes(method)) throw new Refusal(`method is invalid: ${method}`)
  const given = Object.entries((options.header ?? {}) as Record<string, unknown>)
  const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]))
  headers['content-type'] ??= 'application/json'
  const url = address(String(options.url), handset)
  const { data } = options
  const timeout = typeof options.timeout === 'number' ? options.timeout : 60_000
  if (data === undefined || data === null) return { method, url, headers, timeout }
  if (method === 'GET' && typeof data === 'object') {
    const search = Object.entries(data).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    return { method, url: search.length ? `${url}?${search.join('&')}` : url, headers, timeout }
  }
  return { method, url, headers, timeout, body: typeof data === 'string' ? data : JSON.stringify(data) }
}

function read({ status, headers, text }: Reply, dataType: unknown) {
  let data: unknown = text
  if (dataType === undefined || dataType === 'json') {
    try {
      data = JSON.parse(text)
    } catch {
      // WeChat hands over the text where it is no JSON.
    }
  }
  return { statusCode: status, header: headers, data, cookies: [] }
}

/** wx.request over real HTTP to the one-machine stack, with the signal that the handset has at this moment. */
export function request(world: World) {
  const { handset, requests } = world
  const perform = (cancel: AbortSignal) => async (options: Options) => {
    const sent = message(options, handset)
    if (handset.signal === 'none') throw new Refusal('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
    requests.add(cancel)
    try {
      const reply = await send(sent, cancel)
      if (handset.signal !== 'good') throw new Refusal('timeout', { errno: 5 })
      return read(reply, options.dataType)
    } catch (error) {
      if (error instanceof Refusal) throw error
      throw new Refusal(cancel.aborted ? 'abort' : String(error), { errno: 600000 })
    } finally {
      requests.delete(cancel)
    }
  }
  return {
    request(options: Options) {
      const canceller = new AbortController()
      const nothing = () => undefined
      const task = { abort: () => canceller.abort(), onHeadersReceived: nothing, offHeadersReceived: nothing }
      const answered = call(world, 'request', perform(canceller.signal))(options)
      return answered ? Object.assign(answered, task) : task
    },
  }
}
