import { Button, Input, InputNumber, Radio, Select } from 'antd'

import { type Action, declineReasons, EXTENSION_MOST_DAYS, TEXT_MOST, type TicketId } from '../../contract/ticket'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Note } from '../design/standing'
import { Photos } from '../media/photos'
import type { Act } from './acts'
import { useAct } from './use-act'

type Props = { action: Action; act: Act; id: TicketId; onClose: () => void; onGone: () => void }

/** The small form of one action. */
export function ActForm({ action, act, id, onClose, onGone }: Props) {
  const { draft, write, says, busy, submit } = useAct(action, act, id, { onDone: onClose, onGone })
  const desks = useRead(['desks', id], () => ask('GET /v1/letters/{id}/desks', { params: { id } }), { when: act.unit === true })
  return (
    <form
      className="act"
      aria-label={act.title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>{act.title}</h2>
      {act.explains && <p className="soft">{act.explains}</p>}
      {act.unit && (
        <Select
          aria-label="单位"
          placeholder="选一个单位,可以打字找"
          value={draft.unitId}
          loading={desks.loading}
          notFoundContent={desks.says ?? '没有别的单位可以选'}
          showSearch={{ optionFilterProp: 'search' }}
          options={desks.data?.items.map(({ id: unitId, name, does }) => ({
            value: unitId,
            search: `${name} ${does}`,
            label: (
              <span>
                {name} <span className="soft">{does}</span>
              </span>
            ),
          }))}
          onChange={(unitId) => write({ ...draft, unitId })}
        />
      )}
      {act.reason && (
        <Radio.Group
          aria-label="理由"
          className="act-reasons"
          value={draft.reason}
          options={Object.entries(declineReasons).map(([value, label]) => ({ value, label }))}
          onChange={({ target }) => write({ ...draft, reason: target.value })}
        />
      )}
      {act.days && (
        <label className="act-row">
          延
          <InputNumber
            aria-label="延几个工作日"
            min={1}
            max={EXTENSION_MOST_DAYS}
            precision={0}
            value={draft.days ?? null}
            onChange={(days) => write({ ...draft, days: days ?? undefined })}
          />
          个工作日
        </label>
      )}
      {act.number && (
        <Input
          aria-label="另一件的编号"
          placeholder="T20261118-0043"
          value={draft.number}
          maxLength={20}
          onChange={({ target }) => write({ ...draft, number: target.value })}
        />
      )}
      {act.text && (
        <label>
          {act.text.label}
          <Input.TextArea
            value={draft.text}
            placeholder={act.text.hint}
            maxLength={TEXT_MOST}
            autoSize={{ minRows: 3, maxRows: 10 }}
            showCount={draft.text.length > TEXT_MOST * 0.8}
            onChange={({ target }) => write({ ...draft, text: target.value })}
          />
        </label>
      )}
      {act.photos && (
        <Photos of={draft.media} beforeAndAfter={act.photos === 'beforeAndAfter'} onChange={(media) => write({ ...draft, media })} />
      )}
      {says && <Note tone="seal">{says}</Note>}
      <div className="act-row">
        <Button htmlType="submit" type="primary" danger={act.tone === 'danger'} loading={busy}>
          {act.send}
        </Button>
        <Button onClick={onClose}>先不办</Button>
      </div>
    </form>
  )
}
