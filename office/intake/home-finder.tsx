import { Button, Input, Select } from 'antd'
import { useState } from 'react'

import type { IntakeVillage } from '../../contract/intake'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Trouble } from '../design/standing'
import { FoundList } from './found'
import { type Place, wordsOf } from './home'
import './intake.css'
import { useInVillage } from './use-found'

type Props = { place: Place | undefined; onPlace: (place: Place | undefined) => void }

/** Asks on where a telephone number has found nobody: village, then card number or name; or the village alone. */
export function HomeFinder({ place, onPlace }: Props) {
  const villages = useRead(['villages'], () => ask('GET /v1/intake/villages'))
  const [village, setVillage] = useState<IntakeVillage>()
  const [typed, setTyped] = useState('')
  const found = useInVillage(village?.id, typed)

  if (place)
    return (
      <div className="found-one found-chosen">
        <strong>{wordsOf(place)}</strong>
        <Button size="small" onClick={() => onPlace(undefined)}>
          换一户
        </Button>
      </div>
    )
  return (
    <div>
      <Trouble of={villages} />
      <div className="field-row">
        <label className="labelled">
          <span>哪个村?</span>
          <Select
            aria-label="哪个村"
            placeholder="选村,可以打字找"
            value={village?.id}
            loading={villages.loading}
            showSearch={{ optionFilterProp: 'label' }}
            options={villages.data?.items.map(({ id, name, township }) => ({ value: id, label: `${township} ${name}` }))}
            onChange={(id) => setVillage(villages.data?.items.find((each) => each.id === id))}
          />
        </label>
        <label className="labelled">
          <span>户主姓名,或服务卡的卡号</span>
          <Input value={typed} disabled={!village} maxLength={20} onChange={({ target }) => setTyped(target.value)} />
        </label>
      </div>
      {found && <FoundList found={found} onChoose={(household) => onPlace({ by: 'household', household })} />}
      {found && found.items.length === 0 && !found.says && <p className="soft">这个村没有找到。</p>}
      {village && (
        <Button style={{ marginTop: 8 }} onClick={() => onPlace({ by: 'village', village })}>
          找不到这一户,只记{village.name}
        </Button>
      )}
    </div>
  )
}
