import type { UnitChoice, UnitId } from '../../../contract/pairing'
import type { Reading } from '../../api/read'
import { Card } from '../../design/card'
import { Row } from '../../design/row'
import { Sheet } from '../../design/sheet'
import { Empty, Loading, Trouble } from '../../design/standing'

type Props = { desks: Reading<{ items: UnitChoice[] }>; onChoose: (unitId: UnitId) => void; onClose: () => void }

/** The units that a letter may be given to; whoever it is about is not among them. */
export const Desks = ({ desks: { data, says, loading, again }, onChoose, onClose }: Props) => (
  <Sheet title="交给哪个单位办?" onClose={onClose}>
    {loading && <Loading />}
    {!data && says && <Trouble says={says} again={again} />}
    {data?.items.length === 0 && <Empty icon="box" title="没有别的单位可以交" />}
    {data && data.items.length > 0 && (
      <Card>
        {data.items.map(({ id, name, does }) => (
          <Row key={id} title={name} small={does} onPress={() => onChoose(id)} />
        ))}
      </Card>
    )}
  </Sheet>
)
