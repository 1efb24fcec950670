import { Progress } from 'antd'
import { Link } from 'react-router'

import type { Campaign } from '../../../contract/survey'
import { Panel } from '../../design/page'
import { useNow } from '../../design/use-now'
import { isPast, left, moment } from '../../design/when'
import { Archive, Publish } from './publish'
import { Freeze } from './freeze'
import { Totals } from './totals'
import { PublicValue } from './public-value'

type Props = { campaign: Campaign; mayRun: boolean }

/** Work of the server that nobody has to wait for. */
function UnderWay({ title, of: { done }, what }: { title: string; of: Campaign; what: string }) {
  return (
    <Panel title={title}>
      <div className="plan-lines">
        <Progress percent={done && done.of > 0 ? Math.floor((100 * done.so) / done.of) : 0} aria-label={title} />
        <p role="status">{done ? `${what} ${done.so} / ${done.of}` : '就要开始'}</p>
        <p className="soft">不用守着,关掉网页也会继续。</p>
      </div>
    </Panel>
  )
}

/** What goes on while nobody of the office has anything to do: households are drawn, and then they draw and cast. */
function Open({ campaign: { id, state, plan } }: { campaign: Campaign }) {
  const now = useNow()
  const { opensAt, drawsUntil, castsUntil } = plan
  if (!opensAt || !drawsUntil || !castsUntil) return null
  const lines = isPast(drawsUntil, now)
    ? [`停止领票了。领了票的还能投,${moment(castsUntil, now)} 截止,还剩 ${left(castsUntil, now)}。`]
    : isPast(opensAt, now)
      ? [`${moment(drawsUntil, now)} 停止领票,还剩 ${left(drawsUntil, now)}。`, `${moment(castsUntil, now)} 截止投票。`]
      : [`${moment(opensAt, now)} 开始,还有 ${left(opensAt, now)}。`, '海报、纸质问卷请先印好。']
  return (
    <Panel title={state === 'sampling' ? '户抽好了' : '正在评议'}>
      <div className="plan-lines">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Link to={`/survey/${id}/progress`}>看各乡镇领票的进度</Link>
        <p className="soft">没用完的纸质问卷,截止以前要一张张作废,公布的票数才对得上。</p>
      </div>
    </Panel>
  )
}

/** The step at hand; whoever only looks on is told whose it is. */
export function NextStep({ campaign, mayRun }: Props) {
  const { state } = campaign
  if (state === 'freezing') return <UnderWay title="正在冻结名册" of={campaign} what="读好的乡镇" />
  if (state === 'sampling' && campaign.done) return <UnderWay title="正在抽户" of={campaign} what="抽好的乡镇" />
  if (state === 'sampling' || state === 'open') return <Open campaign={campaign} />
  if (state === 'annulled' || state === 'archived') return null
  if (!mayRun)
    return (
      <Panel title="下一步">
        <p>由县、市办公室办。这里只能看。</p>
      </Panel>
    )
  switch (state) {
    case 'draft':
      return <Freeze campaign={campaign} />
    case 'frozen':
      return <PublicValue campaign={campaign} />
    case 'closed':
      return <Totals campaign={campaign} />
    case 'counted':
      return <Publish campaign={campaign} />
    default:
      // Published, or its units are answering.
      return <Archive campaign={campaign} />
  }
}
