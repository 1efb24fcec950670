import { AutoComplete } from 'antd'

import { ask } from '../../api/ask'
import { useRead } from '../../api/read'
import { useStaff } from '../../api/session'

const NAME_MOST = 20

type Props = { label: string; name: string; onName: (name: string) => void }

/** The second person, who is another one than whoever is signed in: a colleague, or somebody who has come to help. */
export function Partner({ label, name, onName }: Props) {
  const own = useStaff()?.name
  const colleagues = useRead(['colleagues'], () => ask('GET /v1/intake/colleagues'))
  const others = colleagues.data?.items.filter((each) => each.name !== own) ?? []
  return (
    <label className="labelled">
      <span>{label}</span>
      <AutoComplete
        aria-label={label}
        style={{ maxWidth: 320 }}
        value={name}
        placeholder="选同事,或写姓名"
        showSearch={{ filterOption: true }}
        options={others.map((each) => ({ value: each.name, label: `${each.name} ${each.post}` }))}
        onChange={(typed: string) => onName(typed.slice(0, NAME_MOST))}
      />
      {name.trim() === own && <span className="seal">要换一个人,不能是您自己。</span>}
    </label>
  )
}

/** Whether somebody else than whoever is signed in is named. */
export const usePartnered = (name: string) => {
  const own = useStaff()?.name
  return name.trim() !== '' && name.trim() !== own
}
