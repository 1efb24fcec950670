import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'

import type { CampaignPlan, Stratum } from '../../../../contract/survey'
import { type Cells, columnNames, COLUMNS, mostOf, openCell } from '../../ballot/cells'

type Props = {
  plan: CampaignPlan
  stratum: Pick<Stratum, 'units'>
  tail: string
  cells: Cells
  onType: (cells: Cells) => void
  onDone: () => void
  onAside: () => void
}

/** A sheet's answers, a digit a cell: each digit goes on to the next, so that eyes stay on the paper. */
export function Grid({ plan, stratum: { units }, tail, cells, onType, onDone, onAside }: Props) {
  const boxes = useRef<(HTMLInputElement | null)[]>([])
  const done = useRef<HTMLButtonElement>(null)
  const to = (cell: number) => (boxes.current[cell] ?? done.current)?.focus()
  useEffect(() => {
    const open = openCell(cells)
    to(open < 0 ? cells.length : open)
    // Only when the sheet comes up; afterwards the typing moves on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  function put(cell: number, digit: string) {
    const value = digit === '' ? null : Number(digit)
    if (value !== null && !(value <= mostOf(cell, cells.length))) return
    onType(cells.map((each, at) => (at === cell ? value : each)))
    if (value !== null) to(cell + 1)
  }
  function move(cell: number, event: KeyboardEvent<HTMLInputElement>) {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      to(Math.min(cells.length - 1, Math.max(0, cell + step)))
    } else if (event.key === 'Backspace' && cells[cell] === null) to(Math.max(0, cell - 1))
    else if (event.key === 'Enter') {
      event.preventDefault()
      onDone()
    }
  }
  const box = (cell: number, label: string) => (
    <input
      ref={(element) => {
        boxes.current[cell] = element
      }}
      className="entry-cell"
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={cells[cell] ?? ''}
      onFocus={({ target }) => target.select()}
      onPaste={(event: ClipboardEvent) => event.preventDefault()}
      onKeyDown={(event) => move(cell, event)}
      onChange={({ target }) => {
        const typed = target.value.normalize('NFKC').slice(-1)
        if (typed === '' || /\d/.test(typed)) put(cell, typed)
      }}
    />
  )
  return (
    <div className="intake-form">
      <p>
        <b>尾号 {tail}</b>
        <span className="soft"> 打圆圈里的小数字;没答、勾了两个、看不清的打 0。箭头键可以回去改。</span>
      </p>
      <table className="entry-grid">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {columnNames.map((name, column) => (
              <th key={name} scope="col">
                {name}
                <small>{column === COLUMNS - 1 ? '没有1 有2' : '1–5'}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, name }, unit) => (
            <tr key={id}>
              <th scope="row">
                {unit + 1}. {name}
              </th>
              {columnNames.map((column, nth) => (
                <td key={column}>{box(unit * COLUMNS + nth, `${name} ${column}`)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">最后一问:{plan.questions.watched}</th>
            <td>{box(units.length * COLUMNS, '最后一问')}</td>
            <td colSpan={COLUMNS - 1} className="soft">
              没有人1 帮填2 旁边看3
            </td>
          </tr>
        </tbody>
      </table>
      <div className="entry-acts">
        <Button ref={done} type="primary" onClick={onDone}>
          这张录好了
        </Button>
        <Button onClick={onAside}>这张先放一边</Button>
      </div>
    </div>
  )
}
