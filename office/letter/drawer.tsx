import { Drawer } from 'antd'
import { Navigate, useNavigate, useParams } from 'react-router'

import { type Letter as Whole, kinds, TicketId } from '../../contract/ticket'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Loading, Trouble } from '../design/standing'
import { Letter } from './letter'

const LOOK_EVERY_MS = 10_000

/** While a photo is still on its way or being checked, it is looked for; otherwise the ticket stands still under its reader. */
const everyMs = ({ media, timeline }: Whole) =>
  [media, ...timeline.map((entry) => entry.media ?? [])].flat().some(({ state }) => state === 'waiting' || state === 'checking')
    ? LOOK_EVERY_MS
    : undefined

type Props = { search: string; now: number }

function Opened({ id, search, now }: Props & { id: TicketId }) {
  const go = useNavigate()
  const reading = useRead(['letter', id], () => ask('GET /v1/letters/{id}', { params: { id } }), { fresh: true, everyMs })
  const { data, loading } = reading
  return (
    <Drawer
      open
      size={720}
      title={data ? `${kinds[data.kind]} ${data.number}` : '来信'}
      onClose={() => void go(`/letters?${search}`)}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {loading && <Loading rows={10} />}
      <Trouble of={reading} />
      {data && <Letter letter={data} now={now} />}
    </Drawer>
  )
}

/** The ticket that the address names, beside the table it was chosen from. */
export function LetterDrawer(props: Props) {
  const id = TicketId.safeParse(useParams().id)
  return id.success ? <Opened key={id.data} id={id.data} {...props} /> : <Navigate to="/letters" replace />
}
