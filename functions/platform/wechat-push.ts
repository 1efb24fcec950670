import { Hono } from 'hono'

import type { Log } from './log'
import { isFromWechat, MediaJudged } from './wechat-content'

export const PUSH_PATH = '/wechat/push'

type PushDeps = {
  /** The token that was set at mp.weixin.qq.com, 消息推送. */
  token: string
  appId: string
  /** Takes a verdict; repeats of one are sent, too. */
  onMediaJudged: (event: MediaJudged) => Promise<void>
  log: Log
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What WeChat tells the server of its own accord (developers.weixin.qq.com, 消息推送; format JSON, plain mode). Signed by
 * a token that only WeChat and the functions know; answered at once, because WeChat waits 5 seconds and then sends it
 * again, three times in all.
 */
export function wechatPush({ token, appId, onMediaJudged, log }: PushDeps): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    if (isFromWechat(token, c.req.query())) return next()
    log.info('push.refused')
    return c.text('', 403)
  })
  // Asked once, when the address is set.
  app.get('/', (c) => c.text(c.req.query('echostr') ?? ''))
  app.post('/', async (c) => {
    const event = MediaJudged.safeParse(jsonOf(await c.req.text()))
    if (event.success && event.data.appid === appId) await onMediaJudged(event.data)
    // Other events are none of ours, and would be sent again if they were refused.
    else log.info('push.ignored')
    return c.text('success')
  })
  return app
}
