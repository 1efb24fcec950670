import type * as z from 'zod'

import type { StaffRole } from '../../../contract/account'
import { categories } from '../../../contract/pairing'
import { unitKinds } from '../unit'
import { type Column, reads } from './columns'
import type { Place } from './faults'

const { code, text, name, phone, mobile, list, count, yes, day, oneOf, someOf, orBlank } = reads

const duties: Readonly<Record<StaffRole, string>> = {
  cadre: '驻村干部',
  helper: '村级帮办员',
  desk: '意见箱经办',
  head: '单位负责人',
  leader: '包村领导',
  office: '办公室',
  inspection: '督查',
}
const pairings = { lead: '主结对', helper: '协助' } as const

const unit = {
  code: { heading: '单位编码', read: code, example: 'NY01', note: '单位自己的编号,字母或数字' },
  name: { heading: '单位名称', read: text(30), example: '北流市农业局', note: '群众看得到的名称' },
  kind: { heading: '单位类别', read: oneOf(unitKinds), example: '机关单位', note: Object.values(unitKinds).join('、') },
  does: {
    heading: '管什么事',
    aliases: ['服务内容', '职能'],
    read: text(40),
    example: '种养技术、农机补贴',
    note: '群众找它办什么,一句话',
  },
  county: { heading: '县区', aliases: ['县', '县市区', '所属县'], read: text(20), example: '北流市', note: '县(市、区)名' },
  township: { heading: '乡镇', aliases: ['所属乡镇'], read: orBlank(text(20)), example: '民乐镇', note: '乡镇的单位才填' },
  parent: {
    heading: '上级单位编码',
    aliases: ['上级单位'],
    read: orBlank(code),
    example: '',
    note: '站所填它归谁管;投诉上级时它的人也要回避',
    spare: true,
  },
  complaintPhone: { heading: '投诉电话', read: phone, example: '0775-6220001', note: '座机带区号' },
  officePhone: { heading: '办公电话', read: orBlank(phone), example: '0775-6220002', note: '可以空' },
} as const

const village = {
  code: { heading: '村编码', aliases: ['村编号'], read: code, example: 'ML01', note: '' },
  name: { heading: '村名', aliases: ['行政村', '村名称'], read: text(20), example: '桃冲村', note: '行政村' },
  county: { heading: '县区', aliases: ['县', '县市区', '所属县'], read: text(20), example: '北流市', note: '' },
  township: { heading: '乡镇', aliases: ['所属乡镇'], read: text(20), example: '民乐镇', note: '' },
  groups: { heading: '村民小组', read: list(200, 20), example: '1组、2组、3组', note: '全部写上,用“、”隔开' },
  workGroup: { heading: '工作组', aliases: ['工作组名称'], read: orBlank(text(30)), example: '桃冲村工作组', note: '' },
  liaison: { heading: '联村单位编码', read: list(20, 30), example: 'NY01', note: '可以几个,用“、”隔开' },
  services: { heading: '服务单位编码', read: list(20, 30), example: 'GD01、SL01', note: '供电所、水利站等' },
  office: { heading: '乡镇办公室编码', aliases: ['乡镇办公室单位编码'], read: code, example: 'ML00', note: '没有干部时群众打的电话' },
  inspection: { heading: '督查单位编码', read: code, example: 'DC01', note: '' },
  leader: {
    heading: '包村领导编号',
    aliases: ['包村领导编码'],
    read: orBlank(code),
    example: 'G001',
    note: '同“干部”表,职责里要有“包村领导”;逾期先报单位负责人,再报他',
    spare: true,
  },
  countyOffice: { heading: '县办编码', read: orBlank(code), example: 'BL00', note: '类别是“县委县政府办”的单位;逾期第三级', spare: true },
  cityInspection: { heading: '市督查编码', read: orBlank(code), example: 'YL01', note: '类别是“市督查”的单位;逾期最后一级', spare: true },
} as const

const cadre = {
  code: { heading: '干部编号', aliases: ['干部编码'], read: code, example: 'G001', note: '' },
  name: { heading: '姓名', aliases: ['干部姓名'], read: name, example: '张三', note: '' },
  unit: { heading: '单位编码', aliases: ['所在单位编码'], read: code, example: 'NY01', note: '同“单位”表' },
  post: { heading: '职务', read: text(20), example: '农技站站长', note: '' },
  phone: { heading: '手机号', aliases: ['手机', '手机号码', '联系电话'], read: mobile, example: '19907750001', note: '11 位,一人一号' },
  serviceItems: { heading: '服务事项', read: list(8, 12), example: '种养技术、低保医保', note: '最多 8 项,用“、”隔开' },
  commitment: { heading: '服务承诺', read: text(100), example: '每月至少上门一次', note: '印在服务卡上' },
  duties: {
    heading: '职责',
    read: someOf(duties),
    example: '驻村干部、包村领导',
    note: `${Object.values(duties).join('、')};空着就是驻村干部`,
  },
  active: { heading: '是否在岗', aliases: ['在岗'], read: yes, example: '是', note: '是或否;空着就是“是”' },
}

const household = {
  code: { heading: '户编号', aliases: ['户编码'], read: code, example: 'ML01-0001', note: '' },
  headName: { heading: '户主姓名', aliases: ['户主'], read: name, example: '李四', note: '' },
  village: { heading: '村编码', aliases: ['村编号'], read: code, example: 'ML01', note: '同“村组”表' },
  group: { heading: '村民小组', aliases: ['小组', '组'], read: text(20), example: '3组', note: '和“村组”表里写的一样' },
  category: {
    heading: '户类别',
    aliases: ['类别'],
    read: oneOf(categories),
    example: '一般户',
    note: Object.values(categories).join('、'),
  },
  phone1: { heading: '电话1', aliases: ['电话', '联系电话'], read: orBlank(phone), example: '19907751001', note: '没有就空着' },
  phone2: { heading: '电话2', read: orBlank(phone), example: '', note: '', spare: true },
  phone3: { heading: '电话3', read: orBlank(phone), example: '', note: '', spare: true },
  members: { heading: '家庭人口', aliases: ['人口'], read: orBlank(count), example: '4', note: '', spare: true },
  serial: { heading: '服务卡号', aliases: ['卡号'], read: orBlank(text(20)), example: '0217', note: '印在卡上的流水号' },
} as const

const pairing = {
  household: { heading: '户编号', aliases: ['户编码'], read: code, example: 'ML01-0001', note: '同“农户”表' },
  cadre: { heading: '干部编号', aliases: ['干部编码'], read: code, example: 'G001', note: '同“干部”表' },
  kind: { heading: '类型', aliases: ['结对类型'], read: oneOf(pairings), example: '主结对', note: '主结对(一户只有一个)或协助' },
  since: { heading: '结对日期', read: orBlank(day), example: '2010-11-18', note: '可以没有', spare: true, date: true },
} as const

type Columns = Readonly<Record<string, Column>>
/** A sheet: the names that its file or its tab may have, and its columns. */
export type Sheet<C extends Columns = Columns> = { names: readonly [string, ...string[]]; columns: C }
const sheet = <C extends Columns>(columns: C, ...names: [string, ...string[]]): Sheet<C> => ({ names, columns })

/** The five sheets of a roster. A file is recognised by how its name ends: `民乐镇农户.csv`. */
export const sheets = {
  units: sheet(unit, '单位', '单位名册', '单位表'),
  villages: sheet(village, '村组', '村和村民小组', '村', '村民小组'),
  cadres: sheet(cadre, '干部', '干部名册', '干部表'),
  households: sheet(household, '农户', '农户名册', '农户表', '户'),
  pairings: sheet(pairing, '结对', '结对名册', '结对表'),
}
export type SheetName = keyof typeof sheets
export const sheetNames = Object.keys(sheets) as SheetName[]

type Spare<C extends Columns> = { [Name in keyof C]: C[Name] extends { spare: true } ? Name : never }[keyof C]
type Read<C extends Columns> = { [Name in keyof C]: z.output<C[Name]['read']> }
/** A column that a sheet may do without is in its rows only where it has it. */
type RowOf<C extends Columns> = Omit<Read<C>, Spare<C>> & Partial<Pick<Read<C>, Spare<C>>> & Required<Pick<Place, 'file' | 'row'>>
/** A row of the sheet, read, with where it stood. */
export type Row<Name extends SheetName> = RowOf<(typeof sheets)[Name]['columns']>
export type Rows = { [Name in SheetName]: Row<Name>[] }
