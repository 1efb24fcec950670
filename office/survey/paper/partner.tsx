import { Select } from 'antd'

import { ask } from '../../api/ask'
import { useRead } from '../../api/read'
import { useStaff } from '../../api/session'
import { Trouble } from '../../design/standing'

type Props = { label: string; name: string; onName: (name: string) => void }

/** The second person, who is another one than whoever is signed in. */
export function Partner({ label, name, onName }: Props) {
  const own = useStaff()?.name
  const colleagues = useRead(['colleagues'], () => ask('GET /v1/intake/colleagues'))
  return (
    <>
      <Trouble of={colleagues} />
      <label className="labelled">
        <span>{label}</span>
        <Select
          aria-label={label}
          style={{ maxWidth: 320 }}
          value={name || undefined}
          loading={colleagues.loading}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="单位里没有别的同事"
          options={colleagues.data?.items
            .filter((each) => each.name !== own)
            .map((each) => ({ value: each.name, label: `${each.name} ${each.post}` }))}
          onChange={onName}
        />
      </label>
    </>
  )
}
