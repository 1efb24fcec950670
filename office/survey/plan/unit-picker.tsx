import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'

import type { UnitId } from '../../../contract/pairing'
import { type Campaign, surveyLimits } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useRead } from '../../api/read'
import { useSending } from '../../api/use-sending'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { took } from '../use-campaign'

type Props = { campaign: Campaign; stratum: Campaign['strata'][number]; onDone: () => void }

const most = surveyLimits.unitsMost

/** Which units the households of a stratum rate. They stand on every ballot in the order of this list. */
export function UnitPicker({ campaign: { id, version }, stratum, onDone }: Props) {
  const [chosen, setChosen] = useState<readonly UnitId[]>(stratum.units.map((unit) => unit.id))
  const [typed, setTyped] = useState('')
  const { says, busy, send } = useSending()
  const reading = useRead(['survey-units', id, stratum.id], () =>
    ask('GET /v1/surveys/{id}/units', { params: { id }, query: { stratumId: stratum.id } }),
  )
  const units = reading.data?.items ?? []
  const inOrder = units.filter((unit) => chosen.includes(unit.id)).map((unit) => unit.id)
  const found = units.filter(({ name, does }) => `${name} ${does}`.includes(typed.trim()))
  const full = inOrder.length >= most

  async function save() {
    const params = { id, stratumId: stratum.id }
    const saved = await send(() => ask('PUT /v1/surveys/{id}/strata/{stratumId}', { params, body: { version, unitIds: inOrder } }))
    if (!saved) return
    took(saved)
    onDone()
  }
  return (
    <form
      aria-label="选被评单位"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Trouble of={reading} />
      {reading.loading && <Loading />}
      {reading.data && (
        <>
          <div className="units-foot">
            <strong role="status">
              选了 {inOrder.length} 个,最多 {most} 个
            </strong>
            <Button size="small" onClick={() => setChosen(units.slice(0, most).map((unit) => unit.id))}>
              选前 {Math.min(most, units.length)} 个
            </Button>
            <Button size="small" onClick={() => setChosen([])}>
              都不选
            </Button>
          </div>
          <Input
            style={{ marginTop: 10 }}
            aria-label="找单位"
            placeholder="找单位:名称,或管什么"
            value={typed}
            allowClear
            onChange={({ target }) => setTyped(target.value)}
          />
          <ul className="units-list">
            {found.map((unit) => {
              const on = chosen.includes(unit.id)
              return (
                <li className="units-one" key={unit.id}>
                  <Checkbox
                    checked={on}
                    disabled={!on && full}
                    onChange={({ target }) => setChosen(target.checked ? [...chosen, unit.id] : chosen.filter((one) => one !== unit.id))}
                  >
                    {unit.name} <span className="soft">{unit.does}</span>
                  </Checkbox>
                </li>
              )
            })}
          </ul>
          {found.length === 0 && <Empty title={typed ? '没有找到' : '这个乡镇还没有能评的单位'} />}
          {says && <Note tone="seal">{says}</Note>}
          <Button style={{ marginTop: 14 }} htmlType="submit" type="primary" loading={busy}>
            就评这 {inOrder.length} 个
          </Button>
        </>
      )}
    </form>
  )
}
