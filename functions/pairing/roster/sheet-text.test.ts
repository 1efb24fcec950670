import { type Cell, cellText } from './cell'
import { reads } from './columns'
import { sheetOf } from './files'
import { mobileOf, phoneOf } from './phone-number'

describe('a cell', () => {
  test.each<[Cell, string]>([
    ['  陈建华\u3000', '陈建华'],
    ['\uff11\uff12\uff13\uff21', '123A'],
    [19907750001, '19907750001'],
    ['="0217"', '0217'],
    ["'0217", '0217'],
    [null, ''],
    [undefined, ''],
    [true, '是'],
  ])('%p reads as %p', (cell, text) => expect(cellText(cell)).toEqual({ text }))

  test.each<[Cell, RegExp]>([
    ['1.99E+10', /文本/],
    [1.5, /整数/],
    [new Date(Date.UTC(2010, 10, 18)), /日期/],
    ['#N/A', /公式/],
    ['\ufffd\ufffd', /乱码/],
    [Number.NaN, /整数/],
  ])('%p is refused', (cell, says) => expect(cellText(cell)).toEqual({ says: expect.stringMatching(says) }))

  test('a date is welcome in a date column, even a broken one is only refused', () => {
    expect(cellText(new Date(Date.UTC(2010, 10, 18)), true)).toEqual({ text: '2010-11-18' })
    expect(cellText(new Date(Number.NaN), true)).toEqual({ says: expect.any(String) })
  })
})

describe('a telephone number', () => {
  test.each([
    ['199 0775 0001', '19907750001'],
    ['+86 199-0775-0001', '19907750001'],
    ['0775-6222333', '0775-6222333'],
    ['(0775)6222333', '0775-6222333'],
    ['\uff080775\uff096222333', '0775-6222333'],
    ['07756222333', '0775-6222333'],
    ['010 12345678', '010-12345678'],
    ['12345', '12345'],
    ['95598', '95598'],
  ])('%s is %s', (typed, phone) => expect(phoneOf(typed)).toBe(phone))

  test.each(['6222333', '1990775000', '199077500011', '19907750001 19907750002', '没有', '12907750001', ''])('%p is none', (typed) =>
    expect(phoneOf(typed)).toBeUndefined(),
  )

  test('a landline is no mobile', () => {
    expect(mobileOf('0775-6222333')).toBeUndefined()
    expect(mobileOf('86 19907750001')).toBe('19907750001')
  })
})

describe('a column', () => {
  const read = (schema: { safeParse: (text: string) => { success: boolean; data?: unknown } }, text: string) => schema.safeParse(text).data

  test.each(['2010-11-18', '2010/11/18', '2010.11.18', '2010年11月18日', '20101118', '40500'])('the day %s begins in Shanghai', (text) =>
    expect(read(reads.day, text)).toBe('2010-11-17T16:00:00.000Z'),
  )
  test.each(['2010-02-30', '2010-13-01', '昨天', '', '18/11/2010', '99999'])('%p is no day and nothing is thrown', (text) =>
    expect(reads.day.safeParse(text).success).toBe(false),
  )
  test('a list is separated in any of the usual ways', () =>
    expect(read(reads.list(9, 9), '种养、 低保;危房,修路\uff0c水渠\uff1b种养、')).toEqual(['种养', '低保', '危房', '修路', '水渠']))
  test('a name of two characters that was spread is put together', () => {
    expect(read(reads.name, '李 四')).toBe('李四')
    expect(reads.name.safeParse('').success).toBe(false)
  })
  test('codes are compared in capitals', () => expect(read(reads.code, 'ml01-a')).toBe('ML01-A'))
  test('whether someone is there: blank means yes, nonsense nothing', () => {
    expect(['是', '', '在岗', 'TRUE'].map((text) => read(reads.yes, text))).toEqual([true, true, true, true])
    expect(['否', '不在岗', '0'].map((text) => read(reads.yes, text))).toEqual([false, false, false])
    expect(reads.yes.safeParse('也许').success).toBe(false)
  })
})

test.each([
  ['单位', 'units'],
  ['民乐镇农户', 'households'],
  ['2010年 结对', 'pairings'],
  ['村和村民小组', 'villages'],
  ['干部名册', 'cadres'],
  ['说明', undefined],
])('the name %s means the sheet %s', (title, sheet) => expect(sheetOf(title)).toBe(sheet))
