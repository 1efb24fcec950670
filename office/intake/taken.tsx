import { Button } from 'antd'

import type { Taken as Number } from '../../contract/intake'

/** `T20261118-0043` in groups that can be read out. */
const spoken = (number: string) => number.replace(/^T(\d{4})(\d{4})-(\d+)$/, 'T $1 $2 - $3')
const grouped = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

type Props = { taken: Number; phone?: string; next: string; onNext: () => void }

/** What is read out to the villager once it is taken down. */
export const Taken = ({ taken: { number, pickUpCode, told }, phone, next, onNext }: Props) => (
  <div className="taken" role="status">
    <h2>记好了,请念给来人听</h2>
    <div>
      <div className="soft">编号</div>
      <div className="taken-number">{spoken(number)}</div>
    </div>
    <div>
      <div className="soft">查询码(凭它来问办到哪一步,不要告诉别人)</div>
      <div className="taken-code">{grouped(pickUpCode)}</div>
    </div>
    <p>{told === 'sms' ? `编号也会用短信发到 ${phone ?? '来人的手机'}。` : '没有手机号,不发短信:请来人把编号和查询码抄下来。'}</p>
    <Button type="primary" size="large" onClick={onNext} autoFocus>
      {next}
    </Button>
  </div>
)
