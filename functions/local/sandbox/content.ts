import { randomBytes } from 'node:crypto'

import * as z from 'zod/mini'

import { pushSignature, type Suggestion } from '../../platform/wechat-content'
import type { Clock } from '../../platform/clock'

/** How the sandbox's WeChat judges: by what it sees, or as the page has it; `silent` gives no verdict on files at all. */
export const Mode = z.enum(['look', 'pass', 'review', 'risky', 'silent'])
export type Mode = z.infer<typeof Mode>
export const modes: Readonly<Record<Mode, string>> = {
  look: '看内容',
  pass: '都通过',
  review: '都要人看',
  risky: '都违规',
  silent: '不回',
}

/** Words at which the sandbox takes offence; a photo that is red all over is the same for photos. */
const OFFENSIVE = '违规测试'
const [RED, NOT_RED] = [200, 60]

const labels: Readonly<Record<Suggestion, number>> = { pass: 100, review: 21000, risky: 20001 }

/** Where the verdicts go: the address and the token that were set at mp.weixin.qq.com. */
export type Push = { url: () => string; token: string }

/** WeChat sends a push again that is not answered within 5 seconds, three times in all. */
const SENDS = 3
const ANSWER_MS = 5000
const PAUSE_MS = 300

async function isRed(bytes: ArrayBuffer): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  const { channels } = await sharp(Buffer.from(bytes)).stats()
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
  return red > RED && green < NOT_RED && blue < NOT_RED
}

/** What a look at the file says; undefined where it cannot be had. */
async function seen(url: string): Promise<Suggestion | undefined> {
  try {
    const answer = await fetch(url)
    if (!answer.ok) return undefined
    const isPhoto = answer.headers.get('content-type')?.startsWith('image/')
    return isPhoto && (await isRed(await answer.arrayBuffer())) ? 'risky' : 'pass'
  } catch {
    // As for WeChat, an address that does not answer, or a file that is none, is one that could not be looked at.
    return undefined
  }
}

/** WeChat's checks of contents: texts at once, files later by a signed push. */
export function contentChecks({ appId, push, clock }: { appId: string; push?: Push; clock: Clock }) {
  let mode: Mode = 'look'
  const underWay = new Set<Promise<void>>()

  async function send(body: unknown): Promise<void> {
    if (!push) return
    for (let left = SENDS; left > 0; left--) {
      const [timestamp, nonce] = [String(Math.floor(Date.parse(clock()) / 1000)), randomBytes(5).readUInt32BE().toString()]
      const query = new URLSearchParams({ signature: pushSignature(push.token, timestamp, nonce), timestamp, nonce })
      const answer = await fetch(`${push.url()}?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_MS),
      }).catch(() => undefined)
      if (answer && (await answer.text()) === 'success') return
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  async function judge(trace: string, url: string, openid: string): Promise<void> {
    if (mode === 'silent') return
    const suggest = mode === 'look' ? await seen(url) : mode
    const found = suggest && { result: { suggest, label: labels[suggest] } }
    await send({
      ToUserName: 'gh_sandbox',
      FromUserName: openid,
      CreateTime: Math.floor(Date.parse(clock()) / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: appId,
      trace_id: trace,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: found ? 0 : -1008, ...found?.result }],
      errcode: found ? 0 : -1008,
      errmsg: found ? 'ok' : 'download fail',
      ...found,
    })
  }

  return {
    mode: () => mode,
    setMode: (next: Mode) => {
      mode = next
    },
    /** The result of msgSecCheck for this text. */
    text: (content: string) => {
      const suggest: Suggestion = mode === 'look' || mode === 'silent' ? (content.includes(OFFENSIVE) ? 'risky' : 'pass') : mode
      return { suggest, label: labels[suggest] }
    },
    /** Takes a file to look at; the verdict is pushed under this trace. */
    media: (url: string, openid: string): string => {
      const trace = randomBytes(16).toString('hex')
      const work: Promise<void> = judge(trace, url, openid).finally(() => underWay.delete(work))
      underWay.add(work)
      return trace
    },
    /** Once every verdict that is under way has arrived, or has been sent in vain. */
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
export type ContentChecks = ReturnType<typeof contentChecks>
