import type { Failure } from './wechat-call'

/** Refusals that name a limit of the day: tomorrow it may go out (cloud.tencent.com/document/product/382/59177). */
const untilTomorrow = [
  'FailedOperation.InsufficientBalanceInSmsPackage',
  'LimitExceeded.AppDailyLimit',
  'LimitExceeded.AppGlobalDailyLimit',
  'LimitExceeded.AppMainlandChinaDailyLimit',
  'LimitExceeded.AppCountryOrRegionDailyLimit',
  'LimitExceeded.DailyLimit',
  'LimitExceeded.PhoneNumberDailyLimit',
]

/** Refusals of this number or this text, which another try does not change. */
const forGood = [
  'FailedOperation.ContainSensitiveWord',
  'FailedOperation.MarketingSendTimeConstraint',
  'FailedOperation.PhoneNumberInBlacklist',
  'FailedOperation.SignatureIncorrectOrUnapproved',
  'FailedOperation.TemplateIncorrectOrUnapproved',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
  'FailedOperation.TemplateUnapprovedOrNotExist',
  // The same text to the same number: what it says has arrived already.
  'LimitExceeded.PhoneNumberSameContentDailyLimit',
]

/** Whether one of these is the code, or the family that it belongs to. */
const isOf = (code: string, families: readonly string[]) => families.some((family) => code === family || code.startsWith(`${family}.`))

/** Tencent's refusal by what another try would bring. What an operator has to mend (keys, permissions) is transient: it says nothing about the message. */
export function smsFailure(code: string): Failure {
  if (isOf(code, untilTomorrow)) return { failure: 'quota', code }
  if (isOf(code, [...forGood, 'InvalidParameterValue', 'UnsupportedOperation'])) return { failure: 'permanent', code }
  // Tencent's own call to the carrier timed out: the message may be on its way.
  if (code === 'InternalError.Timeout' || code === 'InternalError.RequestTimeException') return { failure: 'unsure', code }
  return { failure: 'transient', code }
}
