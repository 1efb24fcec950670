import type { About } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Icon } from '../../design/icon'
import { Row } from '../../design/row'
import { Sheet } from '../../design/sheet'
import { Note } from '../../design/standing'
import type { AboutChoice } from './ticket-form'

const same = (a: About, b: About) => a.who === b.who && (a.who !== 'unit' || b.who !== 'unit' || a.unitId === b.unitId)

type Props = { choices: readonly AboutChoice[]; chosen: About; says?: string; onChoose: (choice: AboutChoice) => void; onClose: () => void }

export const AboutSheet = ({ choices, chosen, says, onChoose, onClose }: Props) => (
  <Sheet title="说的是谁?" close="不改了" onClose={onClose}>
    {says && <Note>{says}</Note>}
    <Card>
      {choices.map((choice) => (
        <Row
          key={choice.name}
          title={choice.name}
          small={choice.small}
          role="radio"
          label={choice.name}
          checked={same(choice.about, chosen)}
          end={same(choice.about, chosen) ? <Icon name="check" /> : undefined}
          onPress={() => onChoose(choice)}
        />
      ))}
    </Card>
  </Sheet>
)
