import { App, Button, Image } from 'antd'
import { useState } from 'react'

import type { HeldMedia, MediaId } from '../../contract/media'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { readAll, refresh, useRead } from '../api/read'
import { Page, Panel } from '../design/page'
import { Empty, Loading, Trouble } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'
import './held.css'

const because: Readonly<Record<HeldMedia['because'], string>> = {
  risky: '微信说可能违规',
  review: '微信拿不准',
  silent: '微信半小时没有回音',
}

/** Photos and recordings that nobody sees before inspection has looked at them. */
export default function Held() {
  const now = useNow()
  const { message } = App.useApp()
  const held = useRead(['held'], () => readAll((after) => ask('GET /v1/media/held', { query: { after } })))
  const [busy, setBusy] = useState<MediaId>()

  async function decide(id: MediaId, release: boolean) {
    setBusy(id)
    try {
      const answer = await ask('POST /v1/media/{id}/verdict', { params: { id }, body: { release } })
      if (isProblem(answer)) void message.warning(answer.says)
      else void message.success(release ? '放行了,能看来信的人都能看到' : '不给看了')
    } catch {
      void message.error(NO_ANSWER)
    }
    setBusy(undefined)
    refresh('held')
  }

  return (
    <Page title="待审照片" note="没看过以前,别人都看不到" acts={<Button onClick={held.again}>刷新</Button>}>
      <Panel>
        <Trouble of={held} />
        {held.loading && <Loading />}
        {held.data?.items.length === 0 && <Empty title="都看完了" />}
        <ul className="held">
          {held.data?.items.map(({ id, kind, because: why, at, url, seconds }) => (
            <li className="held-one" key={id}>
              {kind === 'photo' ? (
                <Image src={url} alt="待审的照片" />
              ) : (
                <audio controls preload="none" src={url} aria-label={`待审的录音${seconds ? `,${seconds} 秒` : ''}`} />
              )}
              <span>
                {because[why]} <span className="soft">{moment(at, now)}</span>
              </span>
              <div className="held-acts">
                <Button type="primary" loading={busy === id} onClick={() => void decide(id, true)}>
                  放行
                </Button>
                <Button danger disabled={busy === id} onClick={() => void decide(id, false)}>
                  不给看
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
