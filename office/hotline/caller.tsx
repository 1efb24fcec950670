import { Button, Input } from 'antd'
import { useState } from 'react'

import { Note } from '../design/standing'
import { FoundList } from '../intake/found'
import { HomeFinder } from '../intake/home-finder'
import type { useCall } from './use-call'

type Props = Pick<ReturnType<typeof useCall>, 'call' | 'change' | 'whole' | 'found'>

/** Who calls: the number finds the household; where it does not, one asks on. */
export function Caller({ call, change, whole, found }: Props) {
  const { phone, name, place } = call
  const [other, setOther] = useState(false)
  const several = found !== undefined && found.items.length > 0
  const nobody = found !== undefined && !several && !found.says
  const head = place?.by === 'household' ? place.household.headName : undefined
  return (
    <>
      <div className="field-row">
        <label className="labelled">
          <span>来电号码</span>
          <Input
            className="phone-input"
            inputMode="tel"
            value={phone}
            maxLength={20}
            autoFocus
            placeholder="没有号码就空着"
            onChange={({ target }) => change({ phone: target.value })}
          />
        </label>
        <label className="labelled">
          <span>来电人姓名</span>
          <Input className="phone-input" value={name} maxLength={20} onChange={({ target }) => change({ name: target.value })} />
        </label>
      </div>
      {head && name !== head && (
        <Button style={{ justifySelf: 'start' }} size="small" onClick={() => change({ name: head })}>
          就是户主 {head}
        </Button>
      )}
      <div>
        {!place && whole && !found && <p className="soft">正在按号码找…</p>}
        {!place && found?.says && <Note tone="seal">{found.says}</Note>}
        {!place && nobody && <p className="soft">这个号码没有登记。请问是哪个村、哪一户:</p>}
        {!place && several && (
          <>
            <p>这个号码登记在 {found.items.length} 户,请问一句再点:</p>
            <FoundList found={found} onChoose={(household) => change({ place: { by: 'household', household } })} />
            {!other && (
              <Button style={{ marginTop: 6 }} size="small" onClick={() => setOther(true)}>
                都不是,按村找
              </Button>
            )}
          </>
        )}
        {(place || !several || other) && <HomeFinder place={place} onPlace={(next) => change({ place: next })} />}
      </div>
    </>
  )
}
