import { Button } from 'antd'
import { useEffect } from 'react'

import { renewSecond } from '../../api/second'
import { renewInUse, useStaff } from '../../api/session'
import { WayIn } from '../../sign-in/way-in'
import type { Partner } from './partner'
import './second.css'
import type { Beside } from './use-beside'

type Props = { beside: Beside; title: string; then: string; onSeated?: (partner: Partner) => void }

/** The second person signs in on the same desktop, with their own phone; the first one stays. */
export function SecondSignIn({ beside, title, then, onSeated = () => undefined }: Props) {
  const { round, says, begunBy, arrive } = beside
  const unit = useStaff()?.unitName
  return (
    <section className="second" aria-label={title}>
      <div className="second-head">
        <h3>{title}</h3>
        <p>{begunBy ? `请${begunBy.name}` : '请另一位同事'}用自己的手机登录,您不用退出。只管这一摞,办完自动退出。</p>
      </div>
      <WayIn key={round} left={says} then={then} near={unit} onSession={(session) => arrive(session, onSeated)} />
    </section>
  )
}

const RENEW_EVERY_MS = 60_000

/** Who sits at this desktop as the second one. While they type nothing is sent, and both sessions are kept up all the same. */
export function SecondHere({ beside: { partner, leave } }: { beside: Beside }) {
  useEffect(() => {
    const timer = setInterval(() => void Promise.all([renewInUse(), renewSecond()]), RENEW_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  if (!partner) return null
  return (
    <p className="second-here">
      <span aria-hidden className="second-dot" />
      <span>
        第二位:<b>{partner.name}</b>,已经登录
      </span>
      <Button size="small" onClick={leave}>
        请他退出
      </Button>
    </p>
  )
}
