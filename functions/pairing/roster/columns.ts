import * as z from 'zod'

import { instant } from '../../../contract/time'
import { mobileOf, phoneOf } from './phone-number'

/** One column of a sheet: its heading, how its text is read, and what the template says about it. */
export type Column<Value = unknown> = {
  heading: string
  /** Other headings under which offices have it. */
  aliases?: readonly string[]
  read: z.ZodType<Value, string>
  example: string
  note: string
  /** The whole column may be missing. */
  spare?: true
  /** Dates are welcome here; elsewhere they are Excel's mistake. */
  date?: true
}

const refuse = (says: string) => ({ error: says })
const orBlank = <Value>(schema: z.ZodType<Value, string>) =>
  z.string().transform((text, context) => {
    if (text === '') return undefined
    const read = schema.safeParse(text)
    if (read.success) return read.data
    for (const { message } of read.error.issues) context.addIssue(message)
    return z.NEVER
  })

const filled = z.string().min(1, refuse('不能空'))
const CODE_MOST = 30
const read = {
  /** Codes are the office's own; letters count as capitals, so that `ml-01` and `ML-01` are one. */
  code: filled
    .max(CODE_MOST, refuse(`最多 ${CODE_MOST} 个字符`))
    .regex(/^[A-Za-z0-9-]+$/, refuse('编码只能用字母、数字和短横线'))
    .transform((text) => text.toUpperCase()),
  text: (most: number) => filled.max(most, refuse(`最多 ${most} 个字`)),
  /** Names of two characters are often spread with blanks. */
  name: filled.transform((text) => text.replace(/(?<=[一-龥])\s+(?=[一-龥])/g, '')).pipe(z.string().max(20, refuse('最多 20 个字'))),
  phone: filled.transform(
    (text, context) => phoneOf(text) ?? (context.addIssue(`“${text}”不是电话号码;座机请加区号,如 0775-6222333;一格只填一个`), z.NEVER),
  ),
  mobile: filled.transform((text, context) => mobileOf(text) ?? (context.addIssue(`“${text}”不是 11 位手机号`), z.NEVER)),
  list: (most: number, each: number) =>
    z
      .string()
      .transform((text) => [
        ...new Set(
          text
            .split(/[、,;\uff0c\uff1b\n]/)
            .map((part) => part.trim())
            .filter(Boolean),
        ),
      ])
      .pipe(z.array(z.string().max(each, refuse(`每一项最多 ${each} 个字`))).max(most, refuse(`最多 ${most} 项`))),
  count: z
    .string()
    .regex(/^\d{1,3}$/, refuse('应是人数,如 4'))
    .transform(Number),
  yes: z.string().transform((text, context) => {
    if (/^(是|在岗|在|有|1|Y|YES|TRUE|√|)$/i.test(text)) return true
    if (/^(否|不在岗|不在|离岗|无|0|N|NO|FALSE|×)$/i.test(text)) return false
    context.addIssue('只能填“是”或“否”')
    return z.NEVER
  }),
  day: z.string().transform((text, context) => dayOf(text) ?? (context.addIssue(`“${text}”不是日期,请写成 2010-11-18`), z.NEVER)),
}

const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY = 24 * 3600 * 1000
const SHANGHAI = 8 * 3600 * 1000

/** Midnight in Shanghai of a day that exists, written in one of the usual ways or as Excel's day number. */
function dayOf(text: string) {
  if (/^[2-5]\d{4}$/.test(text)) return instant(new Date(EXCEL_DAY_ZERO + Number(text) * DAY - SHANGHAI))
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text) ?? []
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = midnight.getUTCMonth() === Number(month) - 1 && midnight.getUTCDate() === Number(day)
  return exists ? instant(new Date(midnight.getTime() - SHANGHAI)) : undefined
}

/** One of the words of `words`, as its name in the code. */
const oneOf = <Name extends string>(words: Readonly<Record<Name, string>>) =>
  filled.transform((text, context) => {
    for (const name in words) if (words[name] === text) return name
    context.addIssue(`只能填:${Object.values(words).join('、')}`)
    return z.NEVER
  })

/** Some of the words of `words`, separated. */
const someOf = <Name extends string>(words: Readonly<Record<Name, string>>) =>
  read.list(Object.keys(words).length, 10).transform((parts, context) => {
    const names: Name[] = []
    for (const name in words) if (parts.includes(words[name])) names.push(name)
    if (names.length !== parts.length) context.addIssue(`只能填:${Object.values(words).join('、')}(可以填几个,用“、”隔开)`)
    return names
  })

export const reads = { ...read, oneOf, someOf, orBlank }
