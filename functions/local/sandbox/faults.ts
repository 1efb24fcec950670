import * as z from 'zod/mini'

export const apis = {
  code2session: '登录',
  getuserphonenumber: '手机号',
  stable_token: '接口凭证',
  send: '订阅消息',
  sms: '短信',
  msgSecCheck: '文字检查',
  mediaCheckAsync: '照片和录音检查',
} as const
export type Api = keyof typeof apis

/** The ways in which a call can be made to fail, as the page names them; `code` is the errcode that WeChat answers. */
export const hows = {
  expiredToken: { says: '凭证过期', code: 42001 },
  wrongToken: { says: '凭证不对', code: 40001 },
  noGrant: { says: '用户没有同意', code: 43101 },
  badOpenid: { says: '不认识这个用户', code: 40003 },
  badTemplate: { says: '模板不对', code: 40037 },
  badData: { says: '内容格式不对', code: 47003 },
  badCode: { says: '登录码无效', code: 40029 },
  blocked: { says: '用户被封', code: 40226 },
  notHere: { says: '两小时没来过', code: 61010 },
  rateLimited: { says: '太频繁', code: 45011 },
  quota: { says: '当天额度用完', code: 45009 },
  busy: { says: '系统繁忙', code: -1 },
  timeout: { says: '一直不回答' },
  lostAnswer: { says: '做了,但没有回答' },
  serverError: { says: '服务器出错(502)' },
  nonsense: { says: '回答看不懂' },
} as const satisfies Record<string, { says: string; code?: number }>
export type How = keyof typeof hows

const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]

export const Fault = z.strictObject({
  api: z.enum(keys(apis)),
  how: z.enum(keys(hows)),
  times: z.union([z.enum(['once', 'always', 'off']), z.int().check(z.positive())]),
})
export type Fault = z.infer<typeof Fault>

/** Which calls are to fail, and how often still. One fault an API at a time. */
export function faults() {
  const set = new Map<Api, { how: How; left: number }>()
  return {
    set: ({ api, how, times }: Fault) => {
      if (times === 'off') set.delete(api)
      else set.set(api, { how, left: times === 'always' ? Infinity : times === 'once' ? 1 : times })
    },
    /** How the call that is just being made is to fail. */
    next: (api: Api): How | undefined => {
      const fault = set.get(api)
      if (!fault) return undefined
      if (--fault.left <= 0) set.delete(api)
      return fault.how
    },
    list: () => [...set].map(([api, { how, left }]) => ({ api, how, times: left === Infinity ? 'always' : left })),
    reset: () => set.clear(),
  }
}
export type Faults = ReturnType<typeof faults>
