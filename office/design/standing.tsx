import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'

import type { Reading } from '../api/read'
import './standing.css'

/** While the first content is on its way: its place, so that nothing jumps. */
export const Loading = ({ rows = 6 }: { rows?: number }) => (
  <div role="status" aria-label="正在打开">
    <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
  </div>
)

/** There is nothing, and that is fine. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <b>{title}</b>
    {children}
  </div>
)

/** A line about the state of what stands below it. */
export const Note = ({ tone = 'grain', children }: { tone?: 'grain' | 'seal' | 'field'; children: ReactNode }) => (
  <div className={`note note-${tone}`} role="status">
    {children}
  </div>
)

/** Content did not come, or what stands here is old; the person can try again. */
export function Trouble<T>({ of: { data, says, again } }: { of: Pick<Reading<T>, 'data' | 'says' | 'again'> }) {
  if (!says) return null
  return (
    <div className="note note-seal trouble" role="alert">
      {says}
      {data !== undefined && ' 下面是上次的内容。'}
      <Button size="small" onClick={again}>
        再试一次
      </Button>
    </div>
  )
}
