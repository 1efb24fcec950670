import { Button, Input } from 'antd'
import * as z from 'zod/mini'

import { CampaignId } from '../../contract/survey'
import { ask } from '../api/ask'
import { useDraft } from '../api/draft'
import { newId } from '../api/id'
import { useSending } from '../api/use-sending'
import { Note } from '../design/standing'
import '../intake/intake.css'
import { took } from './use-campaign'

const Beginning = z.object({ id: CampaignId, title: z.string() })
const fresh = () => ({ id: CampaignId.parse(newId()), title: `${new Date().getFullYear()}年万名群众评机关` })

/** A campaign begins with its name; all else is decided on its own page. */
export function NewCampaign({ onMade }: { onMade: (id: CampaignId) => void }) {
  const [beginning, write, clear] = useDraft('survey:new', Beginning, fresh)
  const { says, say, busy, send } = useSending()

  async function submit() {
    const { id, title } = beginning
    if (!title.trim()) return say('请写这次评议叫什么。')
    const made = await send(() => ask('POST /v1/surveys', { body: { id, title } }))
    if (!made) return
    clear()
    took(made)
    onMade(made.id)
  }
  return (
    <form
      className="intake-form"
      aria-label="新起草一次评议"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label className="labelled">
        <span>这次评议叫什么?</span>
        <Input value={beginning.title} maxLength={30} autoFocus onChange={({ target }) => write({ ...beginning, title: target.value })} />
      </label>
      <p className="soft">先起草,不会通知任何人。题目、被评单位、户数和日期,下一页再定。</p>
      {says && <Note tone="seal">{says}</Note>}
      <Button htmlType="submit" type="primary" loading={busy} style={{ justifySelf: 'start' }}>
        起草
      </Button>
    </form>
  )
}
