import { surveyLimits, type UnitResult } from '../../../contract/survey'
import { Bar, figure, span } from './bar'
import { grouped, type Measure } from './measures'

type Props = { measure: Measure; units: readonly UnitResult[] }

/** Units by one measure, with bars and intervals. */
export function MeasureTable({ measure, units }: Props) {
  const { key, title, beside } = measure
  const columns = 5 + beside.length
  const groups = grouped(measure, units)
  return (
    <table className="results-table">
      <caption className="results-caption">
        {title}
        {key === 'money' && ':说“有”的占多少(%)'}
      </caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col" className="results-bar">
            0–100
          </th>
          <th scope="col">{key === 'money' ? '%' : '分'}</th>
          <th scope="col">95% 区间</th>
          <th scope="col">票数</th>
          {beside.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ group, lines }) => (
        <tbody key={group ?? 'rest'}>
          {key === 'score' && (
            <tr className="results-group">
              <th colSpan={columns} scope="rowgroup">
                {group === undefined ? `票数不够 ${surveyLimits.publishLeast} 张,不算总分` : `第 ${group} 组`}
                {group === 1 && groups.some((other) => other.group === 2) && <span className="soft"> 区间整个高于后面的组</span>}
              </th>
            </tr>
          )}
          {lines.map(({ unitId, name, n, shown, beside: others }) => (
            <tr key={unitId}>
              <th scope="row">{name}</th>
              <td className="results-bar">{shown && <Bar of={shown} seal={key === 'money' && shown.value > 0} />}</td>
              <td>
                <b>{shown ? figure(shown.value) : '—'}</b>
              </td>
              <td>{shown ? span(shown) : '不公布'}</td>
              <td>{n}</td>
              {others.map((other, at) => (
                <td key={beside[at]} className={beside[at] === '说收了钱物的' && other && other.value > 0 ? 'seal' : undefined}>
                  {other ? `${figure(other.value)}%` : '—'}
                  {other && <span className="soft"> {span(other)}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
