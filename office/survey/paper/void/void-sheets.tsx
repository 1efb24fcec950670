import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'

import type { Campaign, Pack } from '../../../../contract/survey'
import { Panel } from '../../../design/page'
import { tailOf } from '../../ballot/code'
import { CodeField } from '../code-field'
import { Outgoing } from '../outgoing'
import { packName } from '../pack'
import { SecondHere, SecondSignIn } from '../second'
import { useVoid } from './use-void'

type Props = { campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number]; back: ReactNode }

/** Sheets that nobody has used, or that were spoilt in printing, are voided one by one: then nobody can cast them any more. */
export function VoidSheets({ campaign, pack, stratum, back }: Props) {
  const { unused, outgoing, beside, rest, take, drop, asked, ask, go } = useVoid(campaign, pack)
  return (
    <Panel title={`作废没用的:${stratum.township},${packName(pack.id)}`} note={back}>
      {outgoing.out ? (
        <Outgoing of={outgoing} what="作废" />
      ) : (
        <div className="intake-form">
          <p className="soft">
            这包 {pack.sheets} 张,录了 {pack.entered},作废 {pack.voided},还有 {rest} 张没有着落。两个人一起,一张张扫。
          </p>
          <CodeField campaignId={campaign.id} stratumId={pack.stratumId} label={`第 ${unused.codes.length + 1} 张的暗码`} onSheet={take} />
          <p role="status">
            扫了 <b>{unused.codes.length}</b> 张
          </p>
          <div className="stack">
            {unused.codes.map((code) => (
              <Tag key={code} closable={{ 'aria-label': `拿掉尾号 ${tailOf(code)}` }} onClose={() => drop(code)}>
                尾号 {tailOf(code)}
              </Tag>
            ))}
          </div>
          <SecondHere beside={beside} />
          {unused.codes.length > 0 && !beside.partner && !asked && (
            <Button type="primary" style={{ justifySelf: 'start' }} onClick={ask}>
              扫完了,请第二位登录
            </Button>
          )}
          {unused.codes.length > 0 && !beside.partner && asked && (
            <SecondSignIn beside={beside} title="请和您一起作废的同事登录" then="就能作废了" />
          )}
          {unused.codes.length > 0 && beside.partner && (
            <Button type="primary" danger style={{ justifySelf: 'start' }} onClick={go}>
              作废这 {unused.codes.length} 张
            </Button>
          )}
        </div>
      )}
    </Panel>
  )
}
