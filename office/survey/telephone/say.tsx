import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { useStaff } from '../../api/session'

/** What is said before anything is asked. */
export function Say({ title, onAgreed }: { title: string; onAgreed: () => void }) {
  const staff = useStaff()
  const [said, setSaid] = useState(false)
  return (
    <div className="intake-form">
      <p className="call-hint">打之前先想一想:您自己结对、帮扶的户,不能由您打,请换一位同事。</p>
      <blockquote className="call-words">
        <p>
          “您好,我是{staff?.unitName}的{staff?.name}。{title}抽到了您家。
        </p>
        <p>
          <strong>先跟您说清楚:您在电话里说的答案,我会听到。</strong>不想让人听到的,可以用手机小程序,或者要一张纸质问卷,一样算数。
        </p>
        <p>您说完以后,我在电脑上封好投出去,这里不留,别人也打不开。不评也行,不影响您家任何事。</p>
        <p>您旁边方便说话吗?愿意现在评吗?”</p>
      </blockquote>
      <Checkbox checked={said} onChange={({ target }) => setSaid(target.checked)}>
        <strong>照着念了,对方愿意在电话里评</strong>
      </Checkbox>
      <Button type="primary" disabled={!said} style={{ justifySelf: 'start' }} onClick={onAgreed}>
        开始
      </Button>
    </div>
  )
}
