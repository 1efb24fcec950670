import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { encode } from 'iconv-lite'
import writeExcelFile from 'write-excel-file/node'

import { crossCheck } from './check'
import { faultList } from './faults'
import { faultLine } from './report'
import { readIn } from './read-in'
import { type SheetName, sheetNames, sheets } from './sheets'
import { writeTemplate } from './template'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

const titleOf = (name: SheetName) => sheets[name].names[0]
const headings = (name: SheetName) => Object.values(sheets[name].columns).map(({ heading }) => heading)
const example = (name: SheetName) => Object.values(sheets[name].columns).map((column) => column.example)

const aUnit = (code: string, kind: string) => [code, '北流市农业局', kind, ...example('units').slice(3)]
const rowsOf: Record<SheetName, string[][]> = {
  units: [
    ...['NY01', 'GD01', 'SL01', 'ML00', 'DC01'].map((code) => aUnit(code, '机关单位')),
    aUnit('BL00', '县委县政府办'),
    aUnit('YL01', '市督查'),
  ],
  villages: [example('villages')],
  cadres: [example('cadres')],
  households: [example('households')],
  pairings: [example('pairings')],
}
const csv = (name: SheetName, rows = rowsOf[name]) =>
  [headings(name), ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')

/** A good folder, with some of its files written otherwise; `undefined` leaves a file out. */
function folderWith(files: Record<string, string | Buffer | undefined> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheets-'))
  folders.push(folder)
  const good = Object.fromEntries(sheetNames.map((name) => [`${titleOf(name)}.csv`, csv(name)]))
  for (const [file, text] of Object.entries({ ...good, ...files })) if (text !== undefined) writeFileSync(path.join(folder, file), text)
  return folder
}

async function check(folder: string) {
  const faults = faultList()
  const read = await readIn(folder, faults, () => {})
  crossCheck(read, faults)
  return { ...read, said: faults.listed().map(faultLine) }
}
const said = async (files: Record<string, string | Buffer | undefined>) => (await check(folderWith(files))).said

test('a good folder has no faults, and all its rows', async () => {
  const { rows, said: nothing, ignored } = await check(folderWith())
  expect({ nothing, ignored }).toEqual({ nothing: [], ignored: [] })
  expect(rows.units).toHaveLength(7)
  expect(rows.households[0]).toMatchObject({ code: 'ML01-0001', headName: '李四', phone1: '19907751001', members: 4, row: 2 })
  expect(rows.pairings[0]).toMatchObject({ kind: 'lead', since: '2010-11-17T16:00:00.000Z' })
})

test.each(['utf8', 'gb18030', 'utf16le'])('%s is read without being told, with or without BOM', async (encoding) => {
  for (const addBOM of encoding === 'utf16le' ? [true] : encoding === 'utf8' ? [true, false] : [false]) {
    const { rows, said: nothing } = await check(folderWith({ '农户.csv': encode(csv('households'), encoding, { addBOM }) }))
    expect(nothing).toEqual([])
    expect(rows.households[0]?.headName).toBe('李四')
  }
})

test('a rare character that only GB18030 has survives', async () => {
  const rare = csv('households').replace('李四', '李\u{20087}')
  const { rows } = await check(folderWith({ '农户.csv': encode(rare, 'gb18030') }))
  expect(rows.households[0]?.headName).toBe('李\u{20087}')
})

test('headings may stand in any order, under a title, under another name and among other columns', async () => {
  const table = [headings('households'), ...rowsOf.households].map((cells) => [...cells].reverse().concat('备注'))
  const text = [['民乐镇农户名册'], [], ...table]
    .map((cells) => cells.join(','))
    .join('\n')
    .replace('户主姓名', '户主(必填)')
  const { rows, said: nothing, ignored } = await check(folderWith({ '农户.csv': text }))
  expect(nothing).toEqual([])
  expect(rows.households[0]).toMatchObject({ headName: '李四', row: 4 })
  expect(ignored).toEqual(['农户.csv「备注」'])
})

test('one workbook with five sheets is as good as five files', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'book-'))
  folders.push(folder)
  const tabs = sheetNames.map((name) => ({ sheet: titleOf(name), data: [headings(name), ...rowsOf[name]] }))
  await writeExcelFile(tabs).toFile(path.join(folder, '民乐镇.xlsx'))
  const { rows, said: nothing } = await check(folder)
  expect(nothing).toEqual([])
  expect(sheetNames.map((name) => rows[name].length)).toEqual([7, 1, 1, 1, 1])
  expect(rows.cadres[0]?.file).toBe('民乐镇.xlsx[干部]')
})

test("Excel's numbers, dates and gaps are read as they were meant", async () => {
  const folder = folderWith({ '农户.csv': undefined, '结对.csv': undefined })
  const [household = []] = rowsOf.households
  const numbers = household.map((cell) => (/^\d{4,}$/.test(cell) && cell !== '0217' ? Number(cell) : cell))
  await writeExcelFile([headings('households'), [], [...numbers.slice(0, 5), ...numbers.slice(5)]]).toFile(path.join(folder, '农户.xlsx'))
  const day = { value: new Date(Date.UTC(2010, 10, 18)), type: Date, format: 'yyyy-mm-dd' }
  await writeExcelFile([headings('pairings'), ['ML01-0001', 'G001', '主结对', day]]).toFile(path.join(folder, '结对.xlsx'))
  const { rows, said: nothing } = await check(folder)
  expect(nothing).toEqual([])
  expect(rows.households[0]).toMatchObject({ phone1: '19907751001', row: 3 })
  expect(rows.pairings[0]?.since).toBe('2010-11-17T16:00:00.000Z')
})

test('the template is read without faults, and its example is passed over', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'template-'))
  folders.push(folder)
  expect((await writeTemplate(folder)).written).toHaveLength(5)
  expect((await writeTemplate(folder)).kept).toHaveLength(5)
  const { rows, said: nothing } = await check(folder)
  expect(nothing).toEqual([])
  expect(sheetNames.map((name) => rows[name].length)).toEqual([0, 0, 0, 0, 0])
})

test('a roster without the newer columns is read as before, and says nothing of them', async () => {
  const newer = ['上级单位编码', '包村领导编号', '县办编码', '市督查编码']
  const without = (name: SheetName) => {
    const kept = headings(name).map((heading) => !newer.includes(heading))
    const rows = [headings(name), ...rowsOf[name]]
    return rows.map((cells) => cells.filter((_, at) => kept[at]).join(',')).join('\n')
  }
  const { rows, said: nothing } = await check(folderWith({ '单位.csv': without('units'), '村组.csv': without('villages') }))
  expect(nothing).toEqual([])
  expect(rows.units[0]).not.toHaveProperty('parent')
  expect(rows.villages[0]).not.toHaveProperty('leader')
})

describe('odd files', () => {
  test('a missing sheet is named', async () =>
    expect(await said({ '干部.csv': undefined })).toEqual([expect.stringMatching(/没有找到“干部”表/)]))
  test.each([
    ['an empty file', { '干部.csv': '' }, /^干部\.csv:是空文件$/],
    ['blank lines alone', { '干部.csv': '\r\n\r\n' }, /^干部\.csv:没有找到表头/],
    ['a picture called .xlsx', { '干部.csv': undefined, '干部.xlsx': Buffer.from('\x89PNG') }, /^干部\.xlsx:不是 Excel 文件/],
    ['a broken workbook', { '干部.csv': undefined, '干部.xlsx': Buffer.from('PK\x03\x04 and then nothing') }, /^干部\.xlsx:打不开/],
    ['a workbook with a password', { '干部.csv': undefined, '干部.xlsx': Buffer.from('d0cf11e0a1b11ae1', 'hex') }, /密码/],
    ['a workbook called .csv', { '干部.csv': Buffer.from('PK\x03\x04') }, /其实是 Excel 文件/],
    ['bytes called .csv', { '干部.csv': Buffer.from([0, 1, 2, 3, 0, 0]) }, /不是文本文件/],
    ['an old workbook', { '干部.csv': undefined, '干部.xls': 'x' }, /旧格式/],
    ['a twin', { '干部 - 副本.csv': csv('cadres') }, /和“干部.*是同一张表/],
    ['a twin in another format', { '干部.xlsx': 'x' }, /是同一张表/],
    ['a quotation mark that never ends', { '干部.csv': `${csv('cadres')}\r\n"G002,` }, /引号/],
    ['a missing column', { '干部.csv': csv('cadres').replace('"手机号"', '"备注"') }, /^干部\.csv 第 1 行「手机号」:缺少这一列$/],
    ['a column that stands twice', { '干部.csv': csv('cadres').replace('"职务"', '"手机号"') }, /「手机号」:这一列有两个/],
  ])('%s is refused in words', async (_, files, words) => {
    expect((await said(files)).join('\n')).toMatch(new RegExp(words.source, 'm'))
  })

  test("Excel's lock files, hidden files, other files and folders are passed over", async () => {
    const folder = folderWith({ '~$干部.xlsx': 'x', '.DS_Store': 'x', '说明.docx': 'x', '照片.jpg': 'x', '别的.csv': 'a,b' })
    mkdirSync(path.join(folder, '旧的单位.xlsx'))
    const { said: nothing, ignored } = await check(folder)
    expect({ nothing, ignored }).toEqual({ nothing: [], ignored: ['别的.csv'] })
  })
})

describe('what is wrong is said with file, row and column', () => {
  const [cadre = []] = rowsOf.cadres
  const [household = []] = rowsOf.households
  const [pairing = []] = rowsOf.pairings
  const [village = []] = rowsOf.villages
  const withParent = (code: string, parent: string) => changed(aUnit(code, '机关单位'), headings('units').indexOf('上级单位编码'), parent)
  const changed = (cells: string[], at: number, text: string) => cells.map((cell, place) => (place === at ? text : cell))

  test.each<[string, Record<string, string>, string[]]>([
    [
      'a bad mobile',
      { '干部.csv': csv('cadres', [changed(cadre, 4, '1990775')]) },
      ['干部.csv 第 2 行「手机号」:“1990775”不是 11 位手机号'],
    ],
    ['an unknown unit', { '干部.csv': csv('cadres', [changed(cadre, 2, 'XX')]) }, ['干部.csv 第 2 行「单位编码」:单位表里没有 XX']],
    [
      'a code that stands twice',
      { '干部.csv': csv('cadres', [cadre, changed(cadre, 4, '19907750002')]) },
      ['干部.csv 第 3 行「干部编号」:G001 和 干部.csv 第 2 行 重复'],
    ],
    [
      'a number of two cadres',
      { '干部.csv': csv('cadres', [cadre, changed(cadre, 0, 'G002')]) },
      ['干部.csv 第 3 行「手机号」:和 干部.csv 第 2 行 的干部是同一个号码'],
    ],
    [
      'an unknown group',
      { '农户.csv': csv('households', [changed(household, 3, '33组')]) },
      ['农户.csv 第 2 行「村民小组」:ML01 没有“33组”这个组'],
    ],
    [
      'a category',
      { '农户.csv': csv('households', [changed(household, 4, '贫困户')]) },
      ['农户.csv 第 2 行「户类别」:只能填:一般户、五保户、特困户、低保户、留守儿童户、离任村干部户、生活困难党员户'],
    ],
    [
      'a lead who has left',
      { '干部.csv': csv('cadres', [changed(cadre, 8, '否')]) },
      ['结对.csv 第 2 行「干部编号」:G001 不在岗(干部.csv 第 2 行),请换人'],
    ],
    [
      'a second lead',
      {
        '干部.csv': csv('cadres', [cadre, changed(changed(cadre, 0, 'G002'), 4, '19907750002')]),
        '结对.csv': csv('pairings', [pairing, changed(pairing, 1, 'G002')]),
      },
      ['结对.csv 第 3 行「类型」:这一户在 结对.csv 第 2 行 已经有主结对'],
    ],
    [
      'the same pair twice',
      { '结对.csv': csv('pairings', [pairing, changed(pairing, 2, '协助')]) },
      ['结对.csv 第 3 行「干部编号」:这一户和这位干部在 结对.csv 第 2 行 已经写过'],
    ],
    [
      'an unknown household',
      { '结对.csv': csv('pairings', [changed(pairing, 0, 'ML01-9999')]) },
      ['结对.csv 第 2 行「户编号」:农户表里没有 ML01-9999'],
    ],
    [
      'an unknown superior',
      { '单位.csv': csv('units', [withParent('NY01', 'XX'), ...rowsOf.units.slice(1)]) },
      ['单位.csv 第 2 行「上级单位编码」:单位表里没有 XX'],
    ],
    [
      'units that are each above the other',
      { '单位.csv': csv('units', [withParent('NY01', 'GD01'), withParent('GD01', 'NY01'), ...rowsOf.units.slice(2)]) },
      ['单位.csv 第 2 行「上级单位编码」:NY01 成了自己的上级', '单位.csv 第 3 行「上级单位编码」:GD01 成了自己的上级'],
    ],
    [
      'an unknown leader',
      { '村组.csv': csv('villages', [changed(village, 10, 'G009')]) },
      ['村组.csv 第 2 行「包村领导编号」:干部表里没有 G009'],
    ],
    [
      'a leader who is none',
      { '干部.csv': csv('cadres', [changed(cadre, 7, '驻村干部')]) },
      ['村组.csv 第 2 行「包村领导编号」:G001 的职责里没有“包村领导”(干部.csv 第 2 行)'],
    ],
    [
      'a county office that is none',
      { '村组.csv': csv('villages', [changed(changed(village, 11, 'NY01'), 12, 'XX')]) },
      ['村组.csv 第 2 行「县办编码」:NY01 的类别不是“县委县政府办”', '村组.csv 第 2 行「市督查编码」:单位表里没有 XX'],
    ],
  ])('%s', async (_, files, words) => expect(await said(files)).toEqual(words))

  test('a faulty row is not also missed by those that name it', async () => {
    expect(await said({ '农户.csv': csv('households', [changed(household, 4, '贫困户')]) })).toHaveLength(1)
    expect(await said({ '干部.csv': csv('cadres').replace('"手机号"', '"备注"') })).toHaveLength(1)
  })
})
