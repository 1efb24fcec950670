import { Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'

import type { VillageId } from '../../../contract/pairing'
import type { Campaign, RollEntry } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { readAll, useRead } from '../../api/read'
import { Chip } from '../../design/chip'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { ways } from '../words'
import './roll.css'

type Props = {
  campaign: Campaign
  villageId: VillageId | undefined
  onVillage: (id: VillageId) => void
  /** What can be done with a household that has not drawn, and that whoever looks neither leads nor helps. */
  act: (entry: RollEntry) => ReactNode
}

const wordsOf = ({ headName, group }: RollEntry) => `${headName} ${group}`

/** The households of the sample in one village: who has drawn and by which way. There is no answer in it. */
export function Roll({ campaign: { id }, villageId, onVillage, act }: Props) {
  const [typed, setTyped] = useState('')
  const villages = useRead(['villages'], () => ask('GET /v1/intake/villages'))
  const roll = useRead(
    ['survey-roll', id, villageId ?? ''],
    () => readAll((after) => ask('GET /v1/surveys/{id}/roll', { params: { id }, query: { villageId: villageId!, after } })),
    { when: villageId !== undefined, writtenDown: true },
  )
  const found = roll.data?.items.filter((entry) => wordsOf(entry).includes(typed.trim()))
  const left = found?.filter(({ drew }) => !drew).length ?? 0
  return (
    <div className="intake-form">
      <Trouble of={villages} />
      <div className="field-row">
        <label className="labelled">
          <span>哪个村?</span>
          <Select
            aria-label="哪个村"
            placeholder="选村,可以打字找"
            value={villageId}
            loading={villages.loading}
            showSearch={{ optionFilterProp: 'label' }}
            options={villages.data?.items.map((village) => ({ value: village.id, label: `${village.township} ${village.name}` }))}
            onChange={onVillage}
          />
        </label>
        <label className="labelled">
          <span>户主姓名或组</span>
          <Input value={typed} disabled={!villageId} maxLength={20} allowClear onChange={({ target }) => setTyped(target.value)} />
        </label>
      </div>
      <Trouble of={roll} />
      {roll.loading && <Loading />}
      {roll.data?.more && <Note>户太多,只列出前 {roll.data.items.length} 户,请打姓名找。</Note>}
      {found && (
        <>
          <p className="soft" role="status">
            抽中 {found.length} 户,还有 {left} 户没领票
          </p>
          {found.length === 0 && <Empty title={typed ? '没有找到' : '这个村没有抽中的户'}>没抽中的户不能评,谁也不能代。</Empty>}
          <ul className="roll">
            {found.map((entry) => (
              <li key={entry.rollId} className="roll-one">
                <span>
                  <b>{entry.headName}</b> <span className="soft">{entry.group}</span>
                </span>
                {entry.drew ? (
                  <Chip tone="grey">{`领过了(${ways[entry.drew]})`}</Chip>
                ) : entry.own ? (
                  <Chip tone="seal">您结对或帮扶的户,请换同事办</Chip>
                ) : (
                  act(entry)
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
