import { adopt, useSession } from '../api/session'
import './sign-in.css'
import { WayIn } from './way-in'

/** The way in: a phone on which one is signed in says yes. There is no password. */
export function SignIn() {
  const left = useSession((state) => state.says)
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-head">
          <h1>进农家 · 台账</h1>
          <p>单位、办公室和督查在电脑上用的网页</p>
        </div>
        <WayIn left={left} then="这里会自己打开" onSession={adopt} />
      </div>
      <p className="sign-in-foot">不用密码。离开电脑前请点右上角“退出”;最多 8 小时要重新登录一次。</p>
    </main>
  )
}
