import { MOST_HOUSEHOLDS_A_PHONE } from '../pairing'
import { unitKinds } from '../unit'
import { aboveOf, parentsOf } from './above'
import type { Faults } from './faults'
import type { ReadIn } from './read-in'
import type { Row, Rows, SheetName } from './sheets'

type Coded = { code: string; file: string; row: number }
const where = ({ file, row }: { file: string; row: number }) => `${file} 第 ${row} 行`

/** The rows by their codes; says which code stands twice. */
function byCode<R extends Coded>(rows: readonly R[], column: string, faults: Faults): Map<string, R> {
  const found = new Map<string, R>()
  for (const each of rows) {
    const twin = found.get(each.code)
    if (twin) faults.add({ ...each, column }, `${each.code} 和 ${where(twin)} 重复`)
    else found.set(each.code, each)
  }
  return found
}

/** Whether a sheet has this code, as far as it could be read. */
type Has = (sheet: SheetName, code: string) => boolean

/** Units over units, as far as the sheet goes: each of them there, and none above itself. */
function checkUnits({ units }: Rows, has: Has, faults: Faults) {
  const parents = parentsOf(units)
  for (const unit of units) {
    if (unit.parent === undefined) continue
    const refuse = (says: string) => faults.add({ ...unit, column: '上级单位编码' }, says)
    if (!has('units', unit.parent)) refuse(`单位表里没有 ${unit.parent}`)
    else if (aboveOf(unit.code, parents).includes(unit.code)) refuse(`${unit.code} 成了自己的上级`)
  }
}

function checkRungs({ villages, units }: Rows, cadres: Map<string, Row<'cadres'>>, has: Has, faults: Faults) {
  const kinds = new Map(units.map(({ code, kind }) => [code, kind]))
  for (const village of villages) {
    const { leader, countyOffice, cityInspection } = village
    const person = leader === undefined ? undefined : cadres.get(leader)
    if (leader !== undefined && !has('cadres', leader)) faults.add({ ...village, column: '包村领导编号' }, `干部表里没有 ${leader}`)
    if (person && !person.duties.includes('leader'))
      faults.add({ ...village, column: '包村领导编号' }, `${leader} 的职责里没有“包村领导”(${where(person)})`)
    const rungs = [
      ['县办编码', countyOffice, 'county'],
      ['市督查编码', cityInspection, 'city'],
    ] as const
    for (const [column, code, wanted] of rungs) {
      if (code === undefined) continue
      const kind = kinds.get(code)
      if (!has('units', code)) faults.add({ ...village, column }, `单位表里没有 ${code}`)
      else if (kind !== undefined && kind !== wanted) faults.add({ ...village, column }, `${code} 的类别不是“${unitKinds[wanted]}”`)
    }
  }
}

function checkVillages({ villages }: Rows, has: Has, faults: Faults) {
  for (const village of villages) {
    const named = {
      联村单位编码: village.liaison,
      服务单位编码: village.services,
      乡镇办公室编码: [village.office],
      督查单位编码: [village.inspection],
    }
    for (const [column, codes] of Object.entries(named))
      for (const code of codes) if (!has('units', code.toUpperCase())) faults.add({ ...village, column }, `单位表里没有 ${code}`)
  }
}

function checkCadres({ cadres }: Rows, has: Has, faults: Faults) {
  const phones = new Map<string, Row<'cadres'>>()
  for (const cadre of cadres) {
    if (!has('units', cadre.unit)) faults.add({ ...cadre, column: '单位编码' }, `单位表里没有 ${cadre.unit}`)
    if (!cadre.active) continue
    const twin = phones.get(cadre.phone)
    // A number signs its owner in, so it can be only one person's.
    if (twin) faults.add({ ...cadre, column: '手机号' }, `和 ${where(twin)} 的干部是同一个号码`)
    else phones.set(cadre.phone, cadre)
  }
}

function checkHouseholds({ households, villages }: Rows, has: Has, faults: Faults) {
  const groups = new Map(villages.map(({ code, groups: each }) => [code, new Set(each)]))
  for (const household of households) {
    const { village, group } = household
    if (!has('villages', village)) faults.add({ ...household, column: '村编码' }, `村组表里没有 ${village}`)
    else if (groups.get(village)?.has(group) === false) faults.add({ ...household, column: '村民小组' }, `${village} 没有“${group}”这个组`)
  }
}

function checkPairings({ pairings }: Rows, cadres: Map<string, Row<'cadres'>>, has: Has, faults: Faults) {
  const [leads, pairs] = [new Map<string, Row<'pairings'>>(), new Map<string, Row<'pairings'>>()]
  for (const pairing of pairings) {
    const { household, cadre, kind } = pairing
    const found = cadres.get(cadre)
    if (!has('households', household)) faults.add({ ...pairing, column: '户编号' }, `农户表里没有 ${household}`)
    if (!has('cadres', cadre)) faults.add({ ...pairing, column: '干部编号' }, `干部表里没有 ${cadre}`)
    if (found?.active === false) faults.add({ ...pairing, column: '干部编号' }, `${cadre} 不在岗(${where(found)}),请换人`)
    const pair = `${household} ${cadre}`
    const [twin, other] = [pairs.get(pair), leads.get(household)]
    if (twin) faults.add({ ...pairing, column: '干部编号' }, `这一户和这位干部在 ${where(twin)} 已经写过`)
    else if (kind === 'lead' && other) faults.add({ ...pairing, column: '类型' }, `这一户在 ${where(other)} 已经有主结对`)
    if (!twin) pairs.set(pair, pairing)
    if (kind === 'lead' && !other) leads.set(household, pairing)
  }
}

/** Checks what no row can know alone: codes that stand twice, codes that stand for nothing, a second lead. */
export function crossCheck({ rows, faulty, broken }: Pick<ReadIn, 'rows' | 'faulty' | 'broken'>, faults: Faults) {
  const coded = {
    units: byCode(rows.units, '单位编码', faults),
    villages: byCode(rows.villages, '村编码', faults),
    cadres: byCode(rows.cadres, '干部编号', faults),
    households: byCode(rows.households, '户编号', faults),
    pairings: new Map(),
  }
  const has: Has = (sheet, code) => coded[sheet].has(code) || faulty[sheet].has(code) || broken.has(sheet)
  checkUnits(rows, has, faults)
  checkVillages(rows, has, faults)
  checkRungs(rows, coded.cadres, has, faults)
  checkCadres(rows, has, faults)
  checkHouseholds(rows, has, faults)
  checkPairings(rows, coded.cadres, has, faults)
}

export const phonesOf = ({ phone1, phone2, phone3 }: Row<'households'>) => [
  ...new Set([phone1, phone2, phone3].filter((phone) => phone !== undefined)),
]

/** What is allowed but worth knowing: how many households have no lead, no number, or only one that proves nothing. */
export function remarks({ households, pairings, cadres }: Rows) {
  const led = new Set(pairings.filter(({ kind }) => kind === 'lead').map(({ household }) => household))
  const own = new Set(cadres.map(({ phone }) => phone))
  const counts = new Map<string, number>()
  for (const phone of households.flatMap(phonesOf)) counts.set(phone, (counts.get(phone) ?? 0) + 1)
  return {
    withoutLead: households.filter(({ code }) => !led.has(code)).map(({ code }) => code),
    withoutPhone: households.filter((row) => phonesOf(row).length === 0).length,
    sharedPhones: [...counts.values()].filter((count) => count > MOST_HOUSEHOLDS_A_PHONE).length,
    cadresPhones: households.filter((row) => phonesOf(row).some((phone) => own.has(phone))).length,
  }
}
export type Remarks = ReturnType<typeof remarks>
