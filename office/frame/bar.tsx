import { Button, Drawer } from 'antd'
import { useState } from 'react'

import { leave } from '../api/leave'
import { useStaff } from '../api/session'
import type { Section } from './sections'
import { Side } from './side'

/** Who is signed in, for which unit, and the way out; on a narrow screen also the way to the sections. */
export function Bar({ sections }: { sections: readonly Section[] }) {
  const staff = useStaff()
  const [open, setOpen] = useState(false)
  return (
    <header className="bar">
      <Button className="bar-menu" aria-expanded={open} onClick={() => setOpen(true)}>
        栏目
      </Button>
      <strong>{staff?.unitName}</strong>
      <span className="bar-who">{staff?.name}</span>
      <Button onClick={() => void leave()}>退出</Button>
      <Drawer
        title="栏目"
        placement="left"
        size={240}
        open={open}
        onClose={() => setOpen(false)}
        styles={{ body: { padding: 0 } }}
        destroyOnHidden
      >
        <Side sections={sections} onGo={() => setOpen(false)} />
      </Drawer>
    </header>
  )
}
