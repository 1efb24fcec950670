import type { DrawnBy, RatedQuestion, SpoiltBecause } from '../../contract/survey'

/** What a question is called in tables; its own words stand in the campaign. */
export const questionNames: Readonly<Record<RatedQuestion, string>> = { service: '办事', conduct: '作风', results: '实效' }

/** By which way a household drew. */
export const ways: Readonly<Record<DrawnBy, string>> = { phone: '手机', paper: '纸质', telephone: '电话' }

/** Why a ballot was not counted. */
export const spoiltWords: Readonly<Record<SpoiltBecause, string>> = {
  unreadable: '打不开',
  form: '格式不对',
  unit: '写了名单外的单位',
  level: '写了没有的档次',
}
