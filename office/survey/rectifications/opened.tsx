import { Button, Input, Popconfirm } from 'antd'
import type { ReactNode } from 'react'

import type { Interval, Rectification } from '../../../contract/survey'
import { Note } from '../../design/standing'
import { moment } from '../../design/when'
import '../../intake/intake.css'
import { Bar, figure, span } from '../results/bar'
import { measures } from '../results/measures'
import '../results/results.css'
import { ANSWER_MOST, useAnswer } from './use-answer'

type Props = { of: Rectification; now: number; left: ReactNode; why: ReactNode; mayAnswer: boolean }

const Figure = ({ name, of, n, seal }: { name: string; of: Interval; n: number; seal: boolean }) => (
  <tr>
    <th scope="row">{name}</th>
    <td className="results-bar">
      <Bar of={of} seal={seal && of.value > 0} />
    </td>
    <td>
      <b>
        {figure(of.value)}
        {seal && '%'}
      </b>
    </td>
    <td className="soft">
      {span(of)},{n} 票
    </td>
  </tr>
)

/** The unit's answer as it is being written. */
function Answer({ of }: { of: Rectification }) {
  const { text, write, says, busy, lacks, submit } = useAnswer(of.id)
  return (
    <form
      className="intake-form"
      aria-label="整改答复"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <label className="labelled">
        <span>怎么整改?写给群众看</span>
        <Input.TextArea
          value={text}
          maxLength={ANSWER_MOST}
          showCount
          autoSize={{ minRows: 6, maxRows: 16 }}
          placeholder="哪里没做好、已经改了什么、还要改什么、什么时候改完"
          onChange={({ target }) => write(target.value)}
        />
      </label>
      <p className="soft">不要写、也不要打听是谁评的:选票上没有名字,谁也查不到。</p>
      {says && <Note tone="seal">{says}</Note>}
      <Popconfirm title="发出以后公开,不能再改。发吗?" okText="发出,公开" cancelText="再改改" disabled={lacks} onConfirm={submit}>
        <Button type="primary" loading={busy} disabled={lacks} style={{ justifySelf: 'start' }}>
          发出答复
        </Button>
      </Popconfirm>
    </form>
  )
}

/** Why the unit was asked, what the survey says of it, and its answer. */
export function Opened({ of, now, left, why, mayAnswer }: Props) {
  const { result, answer, campaignTitle } = of
  return (
    <div className="intake-form">
      <p>
        {why} <span className="soft">{campaignTitle}</span>
      </p>
      <p>
        {moment(of.dueAt, now)} 以前答复,{left}
      </p>
      <table className="results-table">
        <caption className="results-caption">评议结果</caption>
        <tbody>
          {measures.map((measure) => {
            const { n, shown } = measure.lineOf(result)
            return shown && <Figure key={measure.key} name={measure.title} of={shown} n={n} seal={measure.key === 'money'} />
          })}
        </tbody>
      </table>
      {answer ? (
        <div className="rectified">
          <p className="soft">{moment(answer.at, now)} 答复,已经公开</p>
          <p className="written">{answer.text}</p>
        </div>
      ) : mayAnswer ? (
        <Answer of={of} />
      ) : (
        <Note>单位还没有答复。由单位的经办或负责人答复。</Note>
      )}
    </div>
  )
}
