import { Button, Progress } from 'antd'

import { Note } from '../../design/standing'
import { SecondSignIn } from './second'
import type { OutgoingSheets } from './use-outgoing'

type Props = { of: OutgoingSheets; what: string }

/** How far the sheets are on their way, which of them were not taken, and whether the second person still has to say how many there were. */
export function Outgoing({ of: { out, beside, says, busy, again, seen }, what }: Props) {
  if (!out) return null
  const { waiting, done, refused } = out
  const all = waiting.length + done + refused.length
  const isAlone = waiting.length === 0 && done > 0 && !busy && !beside.partner
  return (
    <div className="intake-form" aria-live="polite">
      {waiting.length > 0 && <Progress percent={Math.floor((100 * (all - waiting.length)) / all)} aria-label={`${what}了多少`} />}
      {waiting.length > 0 && (
        <p>
          正在{what}:还有 {waiting.length} 张,共 {all} 张。已经封好,谁也看不到。
        </p>
      )}
      {refused.length > 0 && (
        <Note tone="seal">
          这 {refused.length} 张没有收下,请把纸留好:
          {refused.map(({ tail, says: why }) => (
            <span key={tail} className="outgoing-refused">
              尾号 {tail}:{why}
            </span>
          ))}
        </Note>
      )}
      {says && <Note tone="seal">{says}</Note>}
      {isAlone && (
        <>
          <Note>
            {done} 张已经{what},不会再{what}第二次。账上还要第二位确认,才算数。
          </Note>
          <SecondSignIn beside={beside} title="请第二位登录,确认这笔账" then="账就对上了" onSeated={again} />
        </>
      )}
      <div>
        {(waiting.length > 0 || done > 0) && !isAlone && (
          <Button type="primary" loading={busy} onClick={again}>
            接着{waiting.length > 0 ? what : '记账'}
          </Button>
        )}
        {waiting.length === 0 && !busy && done === 0 && <Button onClick={seen}>知道了</Button>}
      </div>
    </div>
  )
}
