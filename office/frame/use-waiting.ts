import { ask } from '../api/ask'
import { readAll, useRead } from '../api/read'
import { useStaff } from '../api/session'
import { useNow } from '../design/use-now'
import { boxesFor, freshPart } from '../letters/views'

const LOOK_EVERY_MS = 60_000

/** How many letters wait for somebody to take them on, in the person's first box. */
export function useWaiting(): number {
  const now = useNow()
  const first = boxesFor(useStaff()?.roles ?? [])[0]
  const box = first?.box ?? 'desk'
  const open = useRead(['letters', box, 'open'], () => readAll((after) => ask('GET /v1/letters', { query: { box, after, open: 'yes' } })), {
    when: first !== undefined,
    everyMs: LOOK_EVERY_MS,
  })
  const fresh = freshPart(box)
  return open.data?.items.filter((line) => fresh.takes(line, now)).length ?? 0
}
