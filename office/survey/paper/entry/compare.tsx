import { Button } from 'antd'

import type { Stratum } from '../../../../contract/survey'
import { Note } from '../../../design/standing'
import { Choices } from '../../../intake/choices'
import { columnNames, COLUMNS, meaningOf, mostOf } from '../../ballot/cells'
import { tailOf } from '../../ballot/code'
import { SecondHere } from '../second'
import { agreed } from './batch'
import type { EntryDesk } from './use-entry'

type Props = { desk: EntryDesk; stratum: Pick<Stratum, 'units'> }

/** A digit in a cell, and what it means. */
const digit = (cell: number, cells: number, value: number) => `${value} ${meaningOf(cell, cells, value)}`

/** Where the two have typed something else: the paper says which it is. */
export function Compare({ desk, stratum: { units } }: Props) {
  const { batch, compared, says } = desk
  const { differences, onlyFirst, onlySecond } = compared
  const count = units.length * COLUMNS + 1
  const place = (cell: number) =>
    cell === count - 1 ? '最后一问' : `${units[Math.floor(cell / COLUMNS)]?.name ?? ''} · ${columnNames[cell % COLUMNS]}`
  const missing = [...onlyFirst, ...onlySecond]
  const open = differences.filter(({ key }) => batch.settled[key] === undefined).length
  const ready = agreed(batch)?.length
  return (
    <div className="intake-form">
      <SecondHere beside={desk.beside} />
      {differences.length === 0 && missing.length === 0 ? (
        <Note tone="field">两遍录的 {batch.first.length} 张一个字不差。</Note>
      ) : (
        <Note>
          {batch.first.length} 张里,有 {differences.length} 处两遍不一样,{missing.length} 张只录了一遍。请拿出纸来,照纸上的定。
        </Note>
      )}
      {missing.map((code) => (
        <div key={code} className="roll-one">
          <span>尾号 {tailOf(code)}:第二遍没有录</span>
          <span className="entry-acts">
            <Button size="small" onClick={desk.backToSecond}>
              回去补录
            </Button>
            <Button size="small" onClick={() => desk.drop(code)}>
              这次不录这张
            </Button>
          </span>
        </div>
      ))}
      {differences.map(({ key, code, cell, first, second }) => (
        <div key={key} className="entry-differs">
          <p>
            <b>尾号 {tailOf(code)}</b> {place(cell)}:第一遍打的 <b>{digit(cell, count, first)}</b>,第二遍打的
            <b> {digit(cell, count, second)}</b>
          </p>
          <Choices
            legend="纸上是哪个?"
            chosen={batch.settled[key] === undefined ? undefined : String(batch.settled[key])}
            of={Array.from({ length: mostOf(cell, count) + 1 }, (_, value) => ({ key: String(value), title: digit(cell, count, value) }))}
            onChoose={(value) => desk.settle(key, Number(value))}
          />
        </div>
      ))}
      {says && <Note tone="seal">{says}</Note>}
      <div className="entry-acts">
        <Button type="primary" disabled={!ready} onClick={desk.seal}>
          {ready ? `封好,投这 ${ready} 张` : `还有 ${open + missing.length} 处没定`}
        </Button>
        <Button onClick={desk.backToSecond}>回到第二遍</Button>
      </div>
      <p className="soft">答案在这台电脑上封好才送出,管理员打不开。投了就不能改。</p>
    </div>
  )
}
