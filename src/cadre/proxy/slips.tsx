import { useState } from 'react'

import { forgetSlip, useWritten } from '../../api/written'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Onward, Row } from '../../design/row'
import { Sheet } from '../../design/sheet'
import { Slip } from './slip'

/** What was accepted while the villager was not beside: number and code are still to be told. */
export function Slips() {
  const slips = useWritten((state) => state.slips)
  const [opened, open] = useState<string>()
  const shown = slips.find(({ id }) => id === opened)
  if (slips.length === 0) return null
  return (
    <>
      <Card tone="grain">
        {slips.map(({ id, villagerName, number }) => (
          <Row key={id} icon="clock" title={`${villagerName}的编号要告诉他`} small={number} end={<Onward />} onPress={() => open(id)} />
        ))}
      </Card>
      {shown && (
        <Sheet title="告诉村民" close="还没有告诉" onClose={() => open(undefined)}>
          <Slip of={shown} />
          <Button
            onPress={() => {
              forgetSlip(shown.id)
              open(undefined)
            }}
          >
            村民记下了
          </Button>
        </Sheet>
      )}
    </>
  )
}
