import type { Failure } from './wechat-call'

/** Sends text messages. */
export type Sms = {
  /** Sends a six-digit code to a mobile number; a failure is a value, and neither number nor code is in any log. */
  sendCode: (phone: string, code: string) => Promise<{ sent: true } | Failure>
}

/** For a stage that has no provider of text messages: nothing goes out, and the caller learns so at once. */
export const noSms: Sms = { sendCode: async () => ({ failure: 'transient', code: 'notConfigured' }) }
