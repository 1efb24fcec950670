import type { UnitChoice } from '../../../contract/pairing'
import type { Reading } from '../../api/read'
import { Card } from '../../design/card'
import { Row } from '../../design/row'
import { Sheet } from '../../design/sheet'
import { Empty, Loading, Trouble } from '../../design/standing'

type Props = { title: string; desks: Reading<{ items: UnitChoice[] }>; onChoose: (unit: UnitChoice) => void; onClose: () => void }

/** The units that a letter may be given or offered to; whoever it is about is not among them. */
export const Desks = ({ title, desks: { data, says, loading, again }, onChoose, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    {loading && <Loading />}
    {!data && says && <Trouble says={says} again={again} />}
    {data?.items.length === 0 && <Empty icon="box" title="没有别的单位可以交" />}
    {data && data.items.length > 0 && (
      <Card>
        {data.items.map((unit) => (
          <Row key={unit.id} title={unit.name} small={unit.does} onPress={() => onChoose(unit)} />
        ))}
      </Card>
    )}
  </Sheet>
)
