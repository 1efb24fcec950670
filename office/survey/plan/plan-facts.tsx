import type { ReactNode } from 'react'

import { type Campaign, ratedQuestions } from '../../../contract/survey'
import { Panel } from '../../design/page'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { questionNames } from '../words'
import { Fingerprint } from './fingerprint'
import { ReleaseKeys } from './release-keys'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Key = ({ of }: { of: string | undefined }) =>
  of ? (
    <>
      <span className="plan-key">{of}</span>
      <Fingerprint of={of} />
    </>
  ) : (
    <>还没有</>
  )

/** The plan as everybody may read it. */
export function PlanFacts({ campaign }: { campaign: Campaign }) {
  const { plan, frozenAt, frozenDigest, publicValue, seed } = campaign
  const now = useNow()
  const at = (instant: Parameters<typeof moment>[0] | undefined) => (instant ? moment(instant, now) : '还没定')
  const { questions, weights, source } = plan
  return (
    <Panel title="评议方案" note={frozenAt && `${moment(frozenAt, now)} 冻结,不能再改`}>
      <dl className="plan-facts">
        {ratedQuestions.map((name) => (
          <Fact key={name} name={`${questionNames[name]}(占 ${weights[name]} 分)`}>
            {questions[name]}
          </Fact>
        ))}
        <Fact name="钱物">{questions.money}</Fact>
        <Fact name="最后一问">{questions.watched}</Fact>
        <Fact name="抽多少户">
          一共 {plan.sample} 户,每个乡镇至少 {plan.floor} 户;不够的乡镇全抽
        </Fact>
        <Fact name="公开数">
          {source ? `${source.name},${at(source.at)} 公布` : '来源还没定'}
          {publicValue && <span className="plan-print">{publicValue}</span>}
        </Fact>
        <Fact name="什么时候评">
          {at(plan.opensAt)} 开始,{at(plan.drawsUntil)} 停止领票,{at(plan.castsUntil)} 截止
        </Fact>
        <Fact name="选票公钥">
          <Key of={plan.tokenKey} />
        </Fact>
        <Fact name="密封公钥">
          <Key of={plan.sealKey} />
        </Fact>
        {frozenDigest && (
          <Fact name="冻结摘要">
            <span className="plan-key">{frozenDigest}</span>
          </Fact>
        )}
        {frozenDigest && (
          <Fact name="小程序发布时用">
            <ReleaseKeys of={campaign} />
          </Fact>
        )}
        {seed && (
          <Fact name="抽户的种子">
            <span className="plan-key">{seed}</span>
          </Fact>
        )}
      </dl>
    </Panel>
  )
}
