import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import type { Action, Letter } from '../../contract/ticket'
import { ActForm } from './act'
import { acts, actsOf } from './acts'

/** What this person may do about the ticket; one form is open at a time. */
export function Actions({ letter: { id, can } }: { letter: Letter }) {
  const [open, setOpen] = useState<Action>()
  const go = useNavigate()
  const offered = actsOf(can)
  const act = open && offered.includes(open) ? acts[open] : undefined
  if (offered.length === 0) return null
  return (
    <section aria-label="办理">
      <div className="letter-acts">
        {offered.map((action, place) => (
          <Button
            key={action}
            type={place === 0 ? 'primary' : 'default'}
            danger={acts[action]?.tone === 'danger'}
            aria-expanded={open === action}
            onClick={() => setOpen(open === action ? undefined : action)}
          >
            {acts[action]?.name}
          </Button>
        ))}
      </div>
      {open && act && (
        <div style={{ marginTop: 10 }}>
          <ActForm key={open} action={open} act={act} id={id} onClose={() => setOpen(undefined)} onGone={() => void go('/letters')} />
        </div>
      )}
    </section>
  )
}
