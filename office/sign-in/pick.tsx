import { Button, Input } from 'antd'

import { Chip } from '../design/chip'
import { Note } from '../design/standing'
import './pick.css'
import { usePick } from './use-pick'

/** On one machine, with its made-up town: sign in as anybody of it, by the very way that their phone would go. */
export default function Pick({ code, near = '' }: { code: string; near?: string }) {
  const { typed, setTyped, people, says, busy, pick } = usePick(code, near)
  return (
    <section className="pick" aria-label="演示登录">
      <h2>
        <Chip tone="grain">演示</Chip> 挑一个人登录(替他在手机上点“确认登录”)
      </h2>
      {says && <Note tone="seal">{says}</Note>}
      <Input
        aria-label="找人"
        placeholder="找别人:姓名、单位、职务、手机号"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        allowClear
      />
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Button onClick={() => pick(person)} loading={busy === person.id} disabled={busy !== undefined}>
              <span>
                <b>{person.label}</b>
                <small>{person.note}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className="soft">没有找到这样的干部。</p>}
    </section>
  )
}
