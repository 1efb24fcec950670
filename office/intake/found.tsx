import { Button } from 'antd'

import type { FoundHousehold } from '../../contract/intake'
import { Note } from '../design/standing'
import type { Found } from './use-found'

const words = ({ village, group, headName, serial }: FoundHousehold) => `${village} ${group} · ${headName} · 卡号 ${serial}`

/** Households to choose from, told apart by village, group, head and card. */
export const FoundList = ({ found, onChoose }: { found: Found; onChoose: (household: FoundHousehold) => void }) => (
  <div className="found">
    {found.says && <Note tone="seal">{found.says}</Note>}
    {found.items.map((household) => (
      <div className="found-one" key={household.id}>
        {words(household)}
        <Button size="small" onClick={() => onChoose(household)}>
          就是这户
        </Button>
      </div>
    ))}
    {found.many && <span className="soft">还有很多户,请再问详细一点。</span>}
  </div>
)
