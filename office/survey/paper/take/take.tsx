import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'

import type { VillageId } from '../../../../contract/pairing'
import type { Campaign, RollEntry } from '../../../../contract/survey'
import { Panel } from '../../../design/page'
import { Note } from '../../../design/standing'
import { Roll } from '../../roll/roll'
import './take.css'
import { useTake } from './use-take'

type MarkProps = { campaign: Campaign; entry: RollEntry; onDone: () => void }

/** The number on the slip that the household has signed. */
function Mark({ campaign, entry, onDone }: MarkProps) {
  const { slip, write, says, busy, submit } = useTake(campaign.id, entry, onDone)
  return (
    <form
      className="take-mark"
      aria-label={`登记 ${entry.headName} 领了纸`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Input
        aria-label="回执条号码"
        placeholder="回执条号码,8 位数字"
        inputMode="numeric"
        autoFocus
        maxLength={12}
        value={slip}
        onChange={({ target }) => write(target.value)}
      />
      <Button htmlType="submit" type="primary" loading={busy}>
        领了纸
      </Button>
      <Button onClick={onDone}>不记了</Button>
      {says && <Note tone="seal">{says}</Note>}
    </form>
  )
}

/** Marks households that have taken a sheet; which one they took, nobody knows. */
export function Take({ campaign, back }: { campaign: Campaign; back: ReactNode }) {
  const [villageId, setVillage] = useState<VillageId>()
  const [marking, mark] = useState<RollEntry['rollId']>()
  return (
    <Panel title="登记哪一户领了纸" note={back}>
      <p className="take-says">照签了名的回执条登记。登记以后,这一户就不能再用手机、电话评。回执条的号码和问卷没有关系。</p>
      <Roll
        campaign={campaign}
        villageId={villageId}
        onVillage={(id) => {
          mark(undefined)
          setVillage(id)
        }}
        act={(entry) =>
          marking === entry.rollId ? (
            <Mark campaign={campaign} entry={entry} onDone={() => mark(undefined)} />
          ) : (
            <Button size="small" onClick={() => mark(entry.rollId)}>
              领了纸<span className="unseen">,{entry.headName}</span>
            </Button>
          )
        }
      />
    </Panel>
  )
}
