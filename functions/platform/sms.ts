import type { Failure } from './wechat-call'

/** The kinds of text messages; a provider has one approved template for each. */
export type SmsTemplate = 'code' | 'progress' | 'digest'

/** A text message by its template's parameters, in their order; `context` is what the provider notes beside it. */
type Text = { phone: string; template: Exclude<SmsTemplate, 'code'>; values: readonly string[]; context: string }

/** Sends text messages. */
export type Sms = {
  /** Sends a six-digit code to a mobile number; a failure is a value, and neither number nor code is in any log. */
  sendCode: (phone: string, code: string) => Promise<{ sent: true } | Failure>
  /** Sends a notice; missing where there is no provider. After `unsure` it may have gone out. */
  text?: (text: Text) => Promise<{ sent: true } | Failure>
}

/** For a stage that has no provider of text messages: nothing goes out, and the caller learns so at once. */
export const noSms: Sms = { sendCode: async () => ({ failure: 'transient', code: 'notConfigured' }) }
