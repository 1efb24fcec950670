import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'

import type { BoxOpening } from '../../contract/intake'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Note } from '../design/standing'
import type { Place } from '../intake/home'
import { HomeFinder } from '../intake/home-finder'
import { MatterFields } from '../intake/matter-fields'
import { Taken } from '../intake/taken'
import { Photos } from '../media/photos'
import { useSlip } from './use-slip'

/** One slip: photographed, and typed so that it can be read. */
export function SlipForm({ opening, onDone }: { opening: BoxOpening; onDone: () => void }) {
  const villages = useRead(['villages'], () => ask('GET /v1/intake/villages'))
  const village = villages.data?.items.find(({ name }) => name === opening.village)
  const boxPlace: Place | undefined = village && { by: 'village', village }
  const { slip, change, circle, says, busy, submit, next } = useSlip(opening, boxPlace)
  const [signed, setSigned] = useState(slip.name !== '' || slip.place !== undefined)
  const left = opening.slips - opening.typed

  if (slip.taken)
    return (
      <Taken
        taken={slip.taken}
        phone={slip.phone || undefined}
        next={left > 0 ? `录下一封,还有 ${left} 封` : '录完了'}
        onNext={() => {
          next()
          setSigned(false)
          if (left <= 0) onDone()
        }}
      />
    )
  return (
    <form
      className="intake-form"
      aria-label="录入信件"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className="soft">
        第 {opening.typed + 1} 封,共 {opening.slips} 封
      </p>
      <Photos label="给信件拍照,或选照片" of={slip.matter.media} onChange={(media) => change({ matter: { ...slip.matter, media } })} />
      <Checkbox checked={signed} onChange={({ target }) => setSigned(target.checked)}>
        信上写了姓名、电话或住址
      </Checkbox>
      {signed && (
        <>
          <div className="field-row">
            <label className="labelled">
              <span>姓名</span>
              <Input value={slip.name} maxLength={20} onChange={({ target }) => change({ name: target.value })} />
            </label>
            <label className="labelled">
              <span>电话</span>
              <Input value={slip.phone} inputMode="tel" maxLength={20} onChange={({ target }) => change({ phone: target.value })} />
            </label>
          </div>
          <HomeFinder place={slip.place} onPlace={(place) => change({ place })} />
        </>
      )}
      <MatterFields matter={slip.matter} circle={circle} onChange={(matter) => change({ matter })} />
      {says && <Note tone="seal">{says}</Note>}
      <Button htmlType="submit" type="primary" loading={busy} style={{ justifySelf: 'start' }}>
        录好这一封
      </Button>
    </form>
  )
}
