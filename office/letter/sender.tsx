import { Button, Input } from 'antd'
import { useState } from 'react'
import * as z from 'zod/mini'

import { isProblem } from '../../contract/problem'
import { type Letter, type Sender as Who, StepId } from '../../contract/ticket'
import { ask, NO_ANSWER } from '../api/ask'
import { useDraft } from '../api/draft'
import { newId } from '../api/id'
import { refresh } from '../api/read'
import { Note } from '../design/standing'

const REASON_MOST = 200
const Reveal = z.object({ step: StepId, reason: z.string() })

const Shown = ({ who: { name, phone, place } }: { who: Who }) => (
  <p>
    <strong>{name}</strong> {phone ?? '没有登记电话'} · {place}
  </p>
)

/** Who sent it. Of a confidential complaint, only to whoever gives a reason; the reason is kept and inspection sees it. */
export function Sender({ letter: { id, sender, mayReveal, confidential } }: { letter: Letter }) {
  const [draft, write, clear] = useDraft(`reveal:${id}`, Reveal, () => ({ step: StepId.parse(newId()), reason: '' }))
  const [open, setOpen] = useState(draft.reason !== '')
  const [found, setFound] = useState<Who>()
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function reveal() {
    if (busy) return
    if (!draft.reason.trim()) return say('请写明理由。')
    setBusy(true)
    say(undefined)
    try {
      const answer = await ask('POST /v1/letters/{id}/sender', { params: { id }, body: draft })
      if (isProblem(answer)) say(answer.says)
      else {
        setFound(answer)
        clear()
        refresh('sender-reads')
      }
    } catch {
      say(NO_ANSWER)
    }
    setBusy(false)
  }

  if (sender) return <Shown who={sender} />
  if (found) return <Shown who={found} />
  if (!confidential) return null
  return (
    <section aria-label="投诉人">
      <Note tone="field">保密投诉:看不到是谁写的。</Note>
      {mayReveal && !open && (
        <Button style={{ marginTop: 8 }} onClick={() => setOpen(true)}>
          查看投诉人
        </Button>
      )}
      {open && (
        <form
          className="act"
          style={{ marginTop: 8 }}
          aria-label="查看投诉人"
          onSubmit={(event) => {
            event.preventDefault()
            void reveal()
          }}
        >
          <label>
            为什么要看?(会记下来,督查看得到)
            <Input value={draft.reason} maxLength={REASON_MOST} onChange={({ target }) => write({ ...draft, reason: target.value })} />
          </label>
          {says && <Note tone="seal">{says}</Note>}
          <div className="act-row">
            <Button htmlType="submit" type="primary" loading={busy}>
              记下理由,查看
            </Button>
            <Button onClick={() => setOpen(false)}>不看了</Button>
          </div>
        </form>
      )}
    </section>
  )
}
