import { createHash, timingSafeEqual } from 'node:crypto'

import * as z from 'zod/mini'

/** `scene` of both content checks: what people publish as comments (1 profile, 2 comment, 3 forum, 4 social). */
export const SCENE = 2
export const mediaTypeOf = { voice: 1, photo: 2 } as const

/** What WeChat thinks of a content; `review` is for people to look at. */
export const Suggestion = z.enum(['pass', 'review', 'risky'])
export type Suggestion = z.infer<typeof Suggestion>

/** The answer of msgSecCheck 2.0. */
export const TextJudged = z.object({ errcode: z.literal(0), result: z.object({ suggest: Suggestion }) })
/** The answer of mediaCheckAsync 2.0: the name under which the verdict will come. */
export const MediaTaken = z.object({ errcode: z.literal(0), trace_id: z.string().check(z.minLength(1), z.maxLength(200)) })

/**
 * The event `wxa_media_check` that WeChat pushes. Without a `result` it could not look (it did not get the file), and
 * `errcode` says why.
 */
export const MediaJudged = z.object({
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string(),
  result: z.optional(z.object({ suggest: Suggestion })),
})
export type MediaJudged = z.infer<typeof MediaJudged>

export type PushSignature = { signature?: string; timestamp?: string; nonce?: string }

/** The signature of a push: SHA-1 of token, timestamp and nonce in the order of their bytes (消息推送, 验证消息的确来自微信服务器). */
export const pushSignature = (token: string, timestamp: string, nonce: string) =>
  createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')

/** Whether a push comes from WeChat, or from somebody else who knows the token. */
export function isFromWechat(token: string, { signature = '', timestamp = '', nonce = '' }: PushSignature): boolean {
  const expected = pushSignature(token, timestamp, nonce)
  return signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
}
