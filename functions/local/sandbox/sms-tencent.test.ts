import { Instant } from '../../../contract/route'
import { hour, later } from '../../../contract/time'
import { openPhones, type Phones } from '../../../tests/fixtures/phones'
import type { How } from './faults'
import { sandboxSms, sandboxTencent } from './sms'
import type { Log } from '../../platform/log'
import { smsFailure } from '../../platform/sms-codes'
import { tencentSms } from '../../platform/sms-tencent'

jest.setTimeout(30_000)

const wei = { id: 'household-1', label: '韦大娘', phone: '19907750001' }
const now = Instant.parse('2026-11-18T01:00:00.000Z')
const context = 'a'.repeat(32)
const notice = {
  phone: wei.phone,
  template: 'progress',
  values: ['T20261118-0043', '求助', '有了答复', '最迟11月25日 17:00 办好'],
  context,
} as const

let phones: Phones
let logged: string[]
beforeEach(async () => {
  logged = []
  phones = await openPhones([wei], () => now, { stallMs: 2000 })
})
afterEach(() => phones.close())

const note =
  (level: string) =>
  (...parts: unknown[]) =>
    void logged.push(`${level} ${JSON.stringify(parts)}`)
const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
const sms = (change: Partial<Parameters<typeof tencentSms>[0]> = {}, clock = () => now) =>
  tencentSms({ ...sandboxTencent, url: `${phones.url}/api/sms`, timeoutMs: 500, ...change }, { clock, log })
const texts = async () => (await phones.messages(wei.id)).map(({ fields }) => fields[1]?.value)

test('a notice arrives with number, kind, what happened and deadline', async () => {
  expect(await sms().text!(notice)).toEqual({ sent: true })
  expect(await texts()).toEqual(['【进农家】T20261118-0043(求助):有了答复。最迟11月25日 17:00 办好。'])
  expect(await phones.messages(wei.id)).toMatchObject([{ by: 'sms', phone: wei.phone, title: '短信' }])
})

test('a code arrives by the template for codes', async () => {
  expect(await sandboxSms(`${phones.url}/api`, { clock: () => now }).sendCode(wei.phone, '271828')).toEqual({ sent: true })
  expect(await texts()).toEqual(['【进农家】验证码 271828,请不要告诉别人。'])
})

test.each([
  ['AuthFailure.SignatureFailure', { secretKey: 'another key' }],
  ['AuthFailure.SignatureFailure', { secretId: 'AKIDof-somebody-else' }],
  ['InvalidParameterValue.SdkAppIdNotExist', { sdkAppId: '1' }],
  ['FailedOperation.SignatureIncorrectOrUnapproved', { signName: '别的' }],
  ['FailedOperation.TemplateUnapprovedOrNotExist', { templates: { code: '1', progress: '2', digest: '3' } }],
])('Tencent refuses %s', async (code, change) => {
  expect(await sms(change).text!(notice)).toEqual(smsFailure(code))
  expect(await texts()).toEqual([])
})

test('a machine whose clock is wrong is told so, and may try again', async () => {
  expect(await sms({}, () => later(now, hour)).text!(notice)).toEqual({ failure: 'transient', code: 'AuthFailure.SignatureExpire' })
})

test.each<[How, string]>([
  ['noGrant', 'permanent'],
  ['badOpenid', 'permanent'],
  ['quota', 'quota'],
  ['busy', 'transient'],
  ['rateLimited', 'transient'],
  ['wrongToken', 'transient'],
  ['timeout', 'unsure'],
  ['serverError', 'unsure'],
  ['nonsense', 'unsure'],
])('made to fail by %s, it is %s, and the next one goes out', async (how, failure) => {
  await phones.fail('sms', how, 'once')
  expect(await sms().text!(notice)).toMatchObject({ failure })
  expect(await texts()).toEqual([])
  expect(await sms().text!(notice)).toEqual({ sent: true })
})

test('where the answer was lost the message may have arrived', async () => {
  await phones.fail('sms', 'lostAnswer', 'once')
  expect(await sms().text!(notice)).toMatchObject({ failure: 'unsure' })
  expect(await texts()).toHaveLength(1)
})

test('a connection that was never made has sent nothing', async () => {
  const gone = await openPhones([], () => now)
  await gone.close()
  expect(await sms({ url: gone.url }).text!(notice)).toEqual({ failure: 'transient', code: 'unreachable' })
})

test.each([
  ['LimitExceeded.PhoneNumberDailyLimit', 'quota'],
  ['LimitExceeded.AppDailyLimit', 'quota'],
  ['LimitExceeded.PhoneNumberSameContentDailyLimit', 'permanent'],
  ['LimitExceeded.DeliveryFrequencyLimit', 'transient'],
  ['LimitExceeded.PhoneNumberOneHourLimit', 'transient'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'quota'],
  ['FailedOperation.ContainSensitiveWord', 'permanent'],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'permanent'],
  ['UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone', 'permanent'],
  ['UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'transient'],
  ['RequestLimitExceeded.UinLimitExceeded', 'transient'],
  ['InternalError.Timeout', 'unsure'],
  ['something.new', 'transient'],
])('%s is %s', (code, failure) => {
  expect(smsFailure(code)).toEqual({ failure, code })
})

test('no number, text, code or key is in the log of any failure', async () => {
  for (const how of ['noGrant', 'quota', 'busy', 'timeout', 'nonsense', 'wrongToken'] as const) {
    await phones.fail('sms', how, 2)
    await sms().text!(notice)
    await sms().sendCode(wei.phone, '314159')
  }
  expect(logged.length).toBe(12)
  expect(logged.join('\n')).not.toMatch(
    new RegExp([wei.phone, '314159', 'T2026', '答复', sandboxTencent.secretKey, 'AKID', context].join('|')),
  )
})
