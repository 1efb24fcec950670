import { Button, Progress } from 'antd'

import { Note } from '../../design/standing'
import type { OutgoingSheets } from './use-outgoing'

type Props = { of: OutgoingSheets; what: string; onDone: () => void }

/** How far the sheets are on their way, and which of them were not taken. */
export function Outgoing({ of: { out, says, busy, again, seen }, what, onDone }: Props) {
  if (!out) return null
  const { waiting, done, refused } = out
  const all = waiting.length + done + refused.length
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
      <div>
        {(waiting.length > 0 || done > 0) && (
          <Button type="primary" loading={busy} onClick={again}>
            接着{what}
          </Button>
        )}
        {waiting.length === 0 && !busy && (done === 0 || says) && (
          <Button
            onClick={() => {
              seen()
              onDone()
            }}
          >
            知道了
          </Button>
        )}
      </div>
    </div>
  )
}
