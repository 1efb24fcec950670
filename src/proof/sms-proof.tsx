import { View } from '@tarojs/components'

import { Button } from '../design/button'
import { Line } from '../design/field'
import { Note } from '../design/standing'
import type { ProofProps } from './proof'
import { useSms } from './use-sms'

/** A code by SMS, where WeChat cannot give the number. */
export function SmsProof(props: ProofProps) {
  const { number, code, sentTo, sending, says, setNumber, setCode, send, prove } = useSms(props)
  return (
    <View>
      <Line label="手机号" value={number} onChange={setNumber} placeholder="11 位手机号" most={11} digits />
      {sentTo && (
        <>
          <Note tone="field">短信已经发到 {sentTo},10 分钟内有效。</Note>
          <Line label="验证码" value={code} onChange={setCode} placeholder="短信里的 6 位数字" most={6} digits />
        </>
      )}
      {says && <Note tone="seal">{says}</Note>}
      {sentTo ? (
        <>
          <Button onPress={prove} disabled={props.busy}>
            {props.busy ? '正在核对…' : props.words}
          </Button>
          <Button tone="quiet" onPress={send} disabled={sending}>
            没收到?再发一次
          </Button>
        </>
      ) : (
        <Button onPress={send} disabled={sending}>
          {sending ? '正在发…' : '获取验证码'}
        </Button>
      )}
    </View>
  )
}
