import { Button, Input, InputNumber, Select } from 'antd'

import { intakeLimits } from '../../contract/intake'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Note, Trouble } from '../design/standing'
import { useOpening } from './use-opening'

/** Two persons open a box: one of them logs it, the other one confirms it in a session of their own. */
export function OpeningForm({ onDone }: { onDone: () => void }) {
  const { opening, write, says, busy, submit } = useOpening(onDone)
  const villages = useRead(['villages'], () => ask('GET /v1/intake/villages'))
  const colleagues = useRead(['colleagues'], () => ask('GET /v1/intake/colleagues'))
  return (
    <form
      className="intake-form"
      aria-label="登记开箱"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Trouble of={villages} />
      <Trouble of={colleagues} />
      <div className="field-row">
        <label className="labelled">
          <span>哪个意见箱?</span>
          <Input
            value={opening.boxName}
            maxLength={30}
            placeholder="例:村委会门口"
            onChange={({ target }) => write({ ...opening, boxName: target.value })}
          />
        </label>
        <label className="labelled">
          <span>挂在哪个村?</span>
          <Select
            aria-label="挂在哪个村"
            value={opening.villageId}
            loading={villages.loading}
            showSearch={{ optionFilterProp: 'label' }}
            options={villages.data?.items.map(({ id, name, township }) => ({ value: id, label: `${township} ${name}` }))}
            onChange={(villageId) => write({ ...opening, villageId })}
          />
        </label>
        <label className="labelled">
          <span>里面有几封信?</span>
          <InputNumber
            aria-label="里面有几封信"
            min={0}
            max={intakeLimits.slips}
            precision={0}
            value={opening.slips ?? null}
            style={{ width: '100%' }}
            onChange={(slips) => write({ ...opening, slips: slips ?? undefined })}
          />
        </label>
        <label className="labelled">
          <span>和谁一起开的?</span>
          <Select
            aria-label="和谁一起开的"
            value={opening.partnerId}
            loading={colleagues.loading}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent="单位里没有别的同事"
            options={colleagues.data?.items.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
            onChange={(partnerId) => write({ ...opening, partnerId })}
          />
        </label>
      </div>
      {says && <Note tone="seal">{says}</Note>}
      <Button htmlType="submit" type="primary" loading={busy} style={{ justifySelf: 'start' }}>
        记下开箱
      </Button>
    </form>
  )
}
