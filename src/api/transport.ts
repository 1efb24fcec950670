import Taro from '@tarojs/taro'

import type { Transport } from '../../contract/client'

const PATIENCE_MS = 15_000

type Request = Parameters<Transport>[0] & { token?: string }

/** The one place where a request leaves the phone. Rejects where no answer came. */
export async function transport({ method, url, body, token }: Request) {
  const { statusCode, data } = await Taro.request<unknown>({
    method,
    url: API_URL + url,
    data: body,
    dataType: 'json',
    timeout: PATIENCE_MS,
    // Nothing here lives by cookies, and a ballot must not carry any.
    credentials: 'omit',
    header: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  })
  return { status: statusCode, body: data }
}
