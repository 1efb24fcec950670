import { Button, QRCode } from 'antd'
import { lazy, Suspense } from 'react'

import { useSession } from '../api/session'
import { Note } from '../design/standing'
import { tokens } from '../design/tokens'
import './sign-in.css'
import { useDesktop } from './use-desktop'

// A deployed build has neither this module nor a word of it.
const Pick = DEMO ? lazy(() => import('./pick')) : undefined

const grouped = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

/** What the phone's camera reads: the mini-program's screen that asks, and the code for it. */
const wayOf = (code: string) => `${window.location.origin}/#/cadre/desktop-sign-in/screen?code=${code}`

/** The way in: a phone on which one is signed in says yes. There is no password. */
export function SignIn() {
  const { shown, says, renew } = useDesktop()
  const left = useSession((state) => state.says)
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-head">
          <h1>进农家 · 台账</h1>
          <p>单位、办公室和督查在电脑上用的网页</p>
        </div>
        <div className="sign-in-body">
          <div className="sign-in-qr">
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
              <div className="sign-in-gone">
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
            <ol className="sign-in-steps" style={{ marginTop: left ? 16 : 0 }}>
              <li>
                <b aria-hidden>1</b>
                <span>
                  手机打开小程序“进农家”,点<strong>我的 → 登录电脑网页</strong>,扫左边的码。
                </span>
              </li>
              <li>
                <b aria-hidden>2</b>
                <span>
                  看手机上的数字和这里的一样不一样:
                  <span className="sign-in-check">{shown?.check ?? '··'}</span>
                  <br />
                  <span className="soft">不一样就点“取消”。</span>
                </span>
              </li>
              <li>
                <b aria-hidden>3</b>
                <span>一样就点“确认登录”,这里会自己打开。</span>
              </li>
            </ol>
            {shown && (
              <p style={{ marginTop: 18 }} className="soft">
                扫不了?在手机上输入这个码,3 分钟内有效:
                <span className="sign-in-code" style={{ color: tokens.ink }}>
                  {grouped(shown.code)}
                </span>
              </p>
            )}
          </div>
        </div>
        {Pick && shown && (
          <Suspense fallback={null}>
            <Pick code={shown.code} />
          </Suspense>
        )}
      </div>
      <p className="sign-in-foot">不用密码。离开电脑前请点右上角“退出”;最多 8 小时要重新登录一次。</p>
    </main>
  )
}
