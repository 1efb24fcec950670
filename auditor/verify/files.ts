import { publicFiles, type Frozen } from '../../ballot/files'
import { resultsCsv, turnoutCsv } from '../publish/results'
import type { Check } from './check'

const { roll, drew, ...single } = publicFiles
const expected = ({ strata }: Frozen) => [...Object.values(single), ...strata.flatMap(({ id }) => [roll(id), drew(id)])]

export const filesComplete: Check = {
  name: '文件齐全,没有多余的',
  *problems({ files, campaign }) {
    const names = expected(campaign.frozen)
    for (const name of names) if (!files.includes(name)) yield `缺少 ${name}`
    for (const name of files) if (!names.includes(name)) yield `多出 ${name}`
  },
}

export const tablesAgree: Check = {
  name: '表格和总数文件一样',
  async *problems({ textOf, totals }) {
    if ((await textOf(publicFiles.results)) !== resultsCsv(totals)) yield `${publicFiles.results} 和 ${publicFiles.totals} 不一样`
    if ((await textOf(publicFiles.turnout)) !== turnoutCsv(totals)) yield `${publicFiles.turnout} 和 ${publicFiles.totals} 不一样`
  },
}
