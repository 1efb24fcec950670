import { Drawer } from 'antd'
import { Navigate, useNavigate, useParams } from 'react-router'

import { kinds, TicketId } from '../../contract/ticket'
import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { Loading, Trouble } from '../design/standing'
import { Letter } from './letter'

type Props = { search: string; now: number }

function Opened({ id, search, now }: Props & { id: TicketId }) {
  const go = useNavigate()
  const reading = useRead(['letter', id], () => ask('GET /v1/letters/{id}', { params: { id } }))
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
