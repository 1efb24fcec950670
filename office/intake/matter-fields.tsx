import { Checkbox, Input } from 'antd'

import type { Circle } from '../../contract/intake'
import { Kind, kinds, TEXT_MOST, urgencies } from '../../contract/ticket'
import { Note } from '../design/standing'
import { Choices } from './choices'
import { categoriesOf, inConflict, type Matter, mayFollow, ofKind, urgencyOf } from './matter'

type Props = { matter: Matter; circle: Circle | undefined; onChange: (matter: Matter) => void }

const barred = '要打督查组的电话'

/** What it is, whom it is about, and the words themselves. */
export function MatterFields({ matter, circle, onChange }: Props) {
  const { kind, category, about, text, confidential, cadreMayFollow } = matter
  const complaint = kind === 'complaint'
  const urgency = urgencyOf(matter)
  return (
    <>
      <Choices
        legend="哪一种?"
        chosen={kind}
        of={(['help', 'complaint', 'suggestion'] as const).map((key) => ({ key, title: kinds[key] }))}
        onChoose={(next) => onChange(ofKind(matter, Kind.parse(next)))}
      />
      <div>
        <Choices
          legend="什么事?"
          chosen={category}
          of={categoriesOf(kind).map(({ key, name, urgency: each }) => ({
            key,
            title: name,
            small: urgencies[each].name,
            seal: each === 'h2' || each === 'h24',
          }))}
          onChoose={(next) => onChange({ ...matter, category: next })}
        />
        {urgency && (
          <p className={`urgency ${urgency.pressing ? 'seal' : 'soft'}`} role="status">
            {urgency.means}
          </p>
        )}
      </div>
      {circle && (
        <Choices
          legend="说的是谁?"
          chosen={about}
          of={[
            { key: 'unknown' as const, title: '说不清' },
            ...(circle.cadre
              ? [
                  {
                    key: 'myCadre' as const,
                    title: `干部 ${circle.cadre.name}`,
                    small: complaint && circle.cadre.conflict ? barred : circle.cadre.unitName,
                    disabled: complaint && circle.cadre.conflict,
                  },
                ]
              : []),
            ...circle.units.map(({ id, name, conflict }) => ({
              key: id,
              title: name,
              small: complaint && conflict ? barred : undefined,
              disabled: complaint && conflict,
            })),
          ]}
          onChoose={(next) => onChange({ ...matter, about: next })}
        />
      )}
      {inConflict(matter, circle) && circle && (
        <Note tone="seal">
          投诉的是您、您的单位或您结对的户,您不能记。请让来人打 {circle.instead.name} {circle.instead.phone}。
        </Note>
      )}
      <label className="labelled">
        <span>原话,怎么说就怎么记</span>
        <Input.TextArea
          value={text}
          maxLength={TEXT_MOST}
          showCount={text.length > TEXT_MOST * 0.8}
          autoSize={{ minRows: 4, maxRows: 14 }}
          onChange={({ target }) => onChange({ ...matter, text: target.value })}
        />
      </label>
      {complaint && (
        <Checkbox checked={confidential} onChange={({ target }) => onChange({ ...matter, confidential: target.checked })}>
          不让对方知道是谁投诉的
        </Checkbox>
      )}
      {mayFollow(matter, circle) && (
        <Checkbox checked={cadreMayFollow} onChange={({ target }) => onChange({ ...matter, cadreMayFollow: target.checked })}>
          让干部 {circle?.cadre?.name} 帮着跟进
        </Checkbox>
      )}
    </>
  )
}
