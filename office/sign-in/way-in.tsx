import { Button, QRCode } from 'antd'
import { lazy, Suspense } from 'react'

import type { Session } from '../../contract/account'
import { Note } from '../design/standing'
import { tokens } from '../design/tokens'
import { useDesktop } from './use-desktop'
import './way-in.css'

// A deployed build has neither this module nor a word of it.
const Pick = DEMO ? lazy(() => import('./pick')) : undefined

const grouped = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

/** What the phone's camera reads: the mini-program's screen that asks, and the code for it. */
const wayOf = (code: string) => `${window.location.origin}/#/cadre/desktop-sign-in/screen?code=${code}`

type Props = {
  /** Why somebody has to sign in again. */
  left?: string
  /** What happens by itself once the phone has said yes. */
  then: string
  /** Whom the made-up town offers first. */
  near?: string
  onSession: (session: Session) => void
}

/** A code that a phone reads, on which somebody is signed in; it resolves to their session on this desktop. */
export function WayIn({ left, then, near, onSession }: Props) {
  const { shown, says, renew } = useDesktop(onSession)
  return (
    <>
      <div className="way-in">
        <div className="way-in-qr">
          {shown ? (
            <QRCode
              value={wayOf(shown.code)}
              size={232}
              color={tokens.ink}
              bgColor={tokens.card}
              errorLevel="M"
              type="svg"
              role="img"
              aria-label="登录用的二维码"
            />
          ) : (
            <div className="way-in-gone">
              <span role="status">{says ?? '正在准备二维码…'}</span>
              {says && (
                <Button type="primary" onClick={renew}>
                  换一个码
                </Button>
              )}
            </div>
          )}
        </div>
        <div>
          {(left ?? (shown && says)) && <Note>{(shown && says) ?? left}</Note>}
          <ol className="way-in-steps" style={{ marginTop: left ? 16 : 0 }}>
            <li>
              <b aria-hidden>1</b>
              <span>
                手机打开小程序“进农家”,点<strong>我的 → 登录电脑网页</strong>,扫这页上的码。
              </span>
            </li>
            <li>
              <b aria-hidden>2</b>
              <span>
                看手机上的数字和这里的一样不一样:
                <span className="way-in-check">{shown?.check ?? '··'}</span>
                <br />
                <span className="soft">不一样就点“取消”。</span>
              </span>
            </li>
            <li>
              <b aria-hidden>3</b>
              <span>一样就点“确认登录”,{then}。</span>
            </li>
          </ol>
          {shown && (
            <p style={{ marginTop: 18 }} className="soft">
              扫不了?在手机上输入这个码,3 分钟内有效:
              <span className="way-in-code" style={{ color: tokens.ink }}>
                {grouped(shown.code)}
              </span>
            </p>
          )}
        </div>
      </div>
      {Pick && shown && (
        <Suspense fallback={null}>
          <Pick code={shown.code} near={near} />
        </Suspense>
      )}
    </>
  )
}
