import { useSearchParams } from 'react-router'

import { isOpen } from '../../contract/ticket'
import { ask } from '../api/ask'
import { readAll, useRead } from '../api/read'
import { useStaff } from '../api/session'
import { useNow } from '../design/use-now'
import { boxesFor, isClosedPart, partsOf } from './views'

const LOOK_EVERY_MS = 60_000

/** The tickets of the box and part that the address names, those with the least time first. */
export function useQueue() {
  const now = useNow()
  const [search, setSearch] = useSearchParams()
  const boxes = boxesFor(useStaff()?.roles ?? [])
  const box = (boxes.find((view) => view.box === search.get('box')) ?? boxes[0])?.box ?? 'desk'
  const parts = partsOf(box)
  const part = parts.find(({ key }) => key === search.get('part')) ?? parts[0]!

  const read = (open: boolean) => () =>
    readAll((after) => ask('GET /v1/letters', { query: { box, after, ...(open && { open: 'yes' as const }) } }))
  const open = useRead(['letters', box, 'open'], read(true), { everyMs: LOOK_EVERY_MS })
  const closed = useRead(['letters', box, 'all'], read(false), { when: isClosedPart(part) })
  const reading = isClosedPart(part) ? closed : open

  const lines = reading.data?.items.filter((line) => part.takes(line, now))
  lines?.sort((a, b) =>
    isOpen(a.state) && isOpen(b.state) ? a.deadline.localeCompare(b.deadline) : b.submittedAt.localeCompare(a.submittedAt),
  )
  return {
    now,
    boxes,
    box,
    parts: parts.map((each) => ({
      ...each,
      count: isClosedPart(each) ? undefined : open.data?.items.filter((line) => each.takes(line, now)).length,
    })),
    part,
    lines,
    reading,
    /** The box and part as the address carries them on to a ticket and back. */
    search: search.toString(),
    show: (next: { box?: string; part?: string }) => setSearch({ box, ...next }),
  }
}
