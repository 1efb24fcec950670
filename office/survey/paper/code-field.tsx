import { Button, Input } from 'antd'
import { useState } from 'react'

import type { CampaignId, StratumId } from '../../../contract/survey'
import type { Token } from '../../../ballot/token'
import { readCode, wrongLines } from '../ballot/code'

type Props = {
  campaignId: CampaignId
  stratumId: StratumId
  label: string
  /** Takes the sheet, or says why not. */
  onSheet: (code: string, token: Token) => string | undefined
}

const because: Readonly<Record<'short' | 'long' | 'lines' | 'place', string>> = {
  short: '还没打完:暗码是 4 行,每行 16 个。',
  long: '打多了:暗码是 4 行,每行 16 个。',
  lines: '有打错的,请看是哪一行。',
  place: '这张不是这包的:乡镇不一样,或者是别的评议的问卷。',
}

/** A sheet's code, from a scanner that types it or by hand. Each line checks itself while it is typed. */
export function CodeField({ campaignId, stratumId, label, onSheet }: Props) {
  const [typed, setTyped] = useState('')
  const [says, say] = useState<string>()
  const wrong = wrongLines(typed)

  function take() {
    const read = readCode(typed, campaignId, stratumId)
    const refusal = 'wrong' in read ? because[read.wrong] : onSheet(read.code, read.token)
    say(refusal)
    if (!refusal) setTyped('')
  }
  return (
    <div>
      <label className="labelled">
        <span>{label}</span>
        <span className="code-line">
          <Input
            value={typed}
            autoFocus
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            placeholder="用扫码枪扫,或者照着打,空格可打可不打"
            onChange={({ target }) => {
              say(undefined)
              setTyped(target.value)
            }}
            onPressEnter={(event) => {
              event.preventDefault()
              take()
            }}
          />
          <Button style={{ height: 46 }} onClick={take}>
            就是这张
          </Button>
        </span>
      </label>
      {(wrong.length > 0 || says) && (
        <p className="seal" role="alert">
          {wrong.length > 0 ? `第 ${wrong.join('、')} 行打错了,请对着纸再看一遍。` : says}
        </p>
      )}
    </div>
  )
}
