import type { Absent } from './absent'
import type { Fault } from './faults'
import type { RosterReport } from './load'

const titles = { units: '单位', villages: '村组', cadres: '干部', households: '农户' } as const
const itemSheets = ['units', 'villages', 'cadres', 'households'] as const

/** A fault as the office reads it: file, row, column, what is wrong. */
export const faultLine = ({ file, row, column, says }: Fault) =>
  `${file}${row === undefined ? '' : ` 第 ${row} 行`}${column === undefined ? '' : `「${column}」`}:${says}`

const more = ({ count, listed }: Absent) => (count > listed.length ? [`  ……还有 ${count - listed.length} 个`] : [])
const listOf = (title: string, absent: Absent) =>
  absent.count === 0 ? [] : [`${title} ${absent.count} 个:`, ...absent.listed.map((each) => `  ${each}`), ...more(absent)]

function faultLines({ faults, faultCount }: RosterReport): string[] {
  const rest = faultCount - faults.length
  return [
    `表里有 ${faultCount} 处不对,什么都没有写:`,
    ...faults.map((fault) => `  ${faultLine(fault)}`),
    ...(rest > 0 ? [`  ……还有 ${rest} 处没有列出,改好上面这些再核对一次。`] : []),
  ]
}

function remarkLines({ withoutLead, withoutPhone, sharedPhones, cadresPhones }: NonNullable<RosterReport['plan']>['remarks']): string[] {
  const lines = [
    withoutLead.length > 0 &&
      `${withoutLead.length} 户没有主结对干部:${withoutLead.slice(0, 10).join('、')}${withoutLead.length > 10 ? ' 等' : ''}`,
    withoutPhone > 0 && `${withoutPhone} 户没有登记电话,要干部当面确认才能用小程序`,
    sharedPhones > 0 && `${sharedPhones} 个号码登记在三户以上,不能用来确认身份`,
    cadresPhones > 0 && `${cadresPhones} 户登记的是干部自己的号码,不能用来确认身份`,
  ].filter((line) => line !== false)
  return lines.length > 0 ? ['请留意:', ...lines.map((line) => `  ${line}`)] : []
}

function planLines({ applied, tallies, conflicts, absentPairings, remarks }: NonNullable<RosterReport['plan']>): string[] {
  const rows = itemSheets.map((name) => {
    const { added, changed, same, absent } = tallies[name]
    return `  ${titles[name]}  新增 ${added}  改动 ${changed}  不变 ${same}  表里没有 ${absent.count}`
  })
  const changes = itemSheets.reduce((sum, name) => sum + tallies[name].added + tallies[name].changed, 0)
  const end = applied ? `写好了,共 ${changes} 项。` : `以上 ${changes} 项还没有写。确认无误后,加上 --apply 再运行一次。`
  return [
    applied ? '已经写入:' : '和系统里比对的结果:',
    ...rows,
    ...listOf('在应用里换过主结对干部、和表里不一样的户,保留应用里的', conflicts),
    ...listOf('结对表里少了原来结对的户,原来的结对保留', absentPairings),
    ...itemSheets.flatMap((name) => listOf(`系统里有、表里没有的${titles[name]}(不会删除)`, tallies[name].absent)),
    ...remarkLines(remarks),
    changes > 0 ? end : '和系统里一样,没有要写的。',
  ]
}

/** The whole import in lines for the office. */
export function reportLines(report: RosterReport): string[] {
  const { units, villages, cadres, households, pairings } = report.rows
  return [
    `读到:单位 ${units} 行,村组 ${villages} 行,干部 ${cadres} 行,农户 ${households} 行,结对 ${pairings} 行。`,
    ...(report.ignored.length > 0 ? [`这些文件或列不认识,没有用到:${report.ignored.join('、')}`] : []),
    ...(report.plan ? planLines(report.plan) : faultLines(report)),
  ]
}
