/** A subscribe-message template as it is set up at mp.weixin.qq.com. */
export type Template = {
  id: string
  title: string
  /** The labels of its fields by their keys; a key begins with the field's type. */
  fields: Readonly<Record<string, string>>
  /** Open to government services: one consent lasts. Otherwise one consent is one message. */
  longTerm: boolean
}

const fields = { character_string1: '编号', phrase2: '类型', thing3: '进度', thing4: '备注' }

/** The two templates of the product in the sandbox's WeChat. */
export const sandboxTemplates = {
  villager: { id: 'sandbox-villager-letter-progress', title: '来信进度提醒', fields, longTerm: false },
  staff: { id: 'sandbox-staff-letter-waiting', title: '来信待办提醒', fields, longTerm: false },
} as const satisfies Record<'villager' | 'staff', Template>

const time = String.raw`\d{1,2}:\d{2}(:\d{2})?`
const date = String.raw`(\d{4}年\d{1,2}月(\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2})`
const span = (form: string) => new RegExp(`^${form}(~${form})?$`)

/** The form of each type of field, from "订阅消息参数值内容限制说明" in the page of subscribeMessage.send. */
const forms: Readonly<Record<string, RegExp>> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  number: /^-?\d{1,32}(\.\d{1,32})?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: span(`(${date} ?)?${time}`),
  date: span(`${date}( ?${time})?`),
  amount: /^[¥$€£]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z .]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** The first field of `template` that `data` lacks or gives in a wrong form; undefined if all is well. */
export function wrongField({ fields }: Template, data: Readonly<Record<string, { value: string }>>): string | undefined {
  return Object.keys(fields).find((key) => {
    const form = forms[key.replace(/\d+$/, '')]
    return !form || !form.test(data[key]?.value.trim() ?? '')
  })
}
