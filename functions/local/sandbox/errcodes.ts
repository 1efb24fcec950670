import type { Context } from 'hono'

const messages: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40129: 'invalid scene',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
}

/** WeChat's answer with this errcode: HTTP 200, whatever is wrong. */
export const refuse = (c: Context, errcode: number, more = '') =>
  c.json({ errcode, errmsg: `${messages[errcode] ?? 'error'}${more} rid: sandbox` })
