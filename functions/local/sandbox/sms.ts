import * as z from 'zod/mini'

import type { Sms } from '../../platform/sms'
import { caller, isFailure } from '../../platform/wechat-call'

const Done = z.object({ errcode: z.literal(0) })

/** Text messages that arrive on the sandbox's page. `apiUrl` is the sandbox's API, `http://127.0.0.1:8080/sandbox/api`. */
export function sandboxSms(apiUrl: string, timeoutMs = 3000): Sms {
  const call = caller(apiUrl, timeoutMs)
  return {
    sendCode: async (phone, code) => {
      const answer = await call({ path: '/sms', body: { phone, code } }, Done)
      return isFailure(answer) ? answer : { sent: true }
    },
  }
}
