import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'

import type { Campaign, Pack } from '../../../../contract/survey'
import { Panel } from '../../../design/page'
import { Note } from '../../../design/standing'
import { tailOf } from '../../ballot/code'
import { CodeField } from '../code-field'
import { Outgoing } from '../outgoing'
import { packName } from '../pack-name'
import { Partner } from '../partner'
import { useVoid } from './use-void'

type Props = { campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number]; back: ReactNode }

/** Sheets that nobody has used, or that were spoilt in printing, are voided one by one: then nobody can cast them any more. */
export function VoidSheets({ campaign, pack, stratum, back }: Props) {
  const { unused, outgoing, rest, says, take, drop, partner, go } = useVoid(campaign, pack)
  return (
    <Panel title={`作废没用的:${stratum.township},${packName(pack.id)}`} note={back}>
      {outgoing.out ? (
        <Outgoing of={outgoing} what="作废" onDone={() => undefined} />
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
          <Partner label="和谁一起作废的" name={unused.with} onName={partner} />
          {says && <Note tone="seal">{says}</Note>}
          <Button type="primary" danger style={{ justifySelf: 'start' }} disabled={unused.codes.length === 0} onClick={go}>
            作废这 {unused.codes.length} 张
          </Button>
        </div>
      )}
    </Panel>
  )
}
