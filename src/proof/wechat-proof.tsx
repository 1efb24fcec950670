import { Button } from '@tarojs/components'

import type { ProofProps } from './proof'
import './wechat-proof.css'

/** WeChat's own component, which alone may hand out the number. */
export const WechatProof = ({ words, busy, onProof, onRefusal }: ProofProps) => (
  <Button
    className="button button-field wechat-proof"
    openType="getPhoneNumber"
    disabled={busy}
    onGetPhoneNumber={({ detail }) => (detail.code ? onProof({ by: 'wechat', code: detail.code }) : onRefusal())}
  >
    {busy ? '正在核对…' : words}
  </Button>
)
