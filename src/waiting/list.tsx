import { View } from '@tarojs/components'
import { useState } from 'react'

import { type Errand, errandId, isStaffs, wordsOf } from '../api/errand'
import { dismiss, useQueue, withdraw } from '../api/queue'
import { Button } from '../design/button'
import { Card } from '../design/card'
import { Chip } from '../design/chip'
import { Row } from '../design/row'
import { Sheet } from '../design/sheet'
import { Note } from '../design/standing'
import { openDraft } from './open-draft'
import { nameOf } from './waiting'
import { WhyHere } from './why-here'

const inTheWay = '您还有一条没写完的。先把它交了或者删掉,再来拿这一条。'
const maybeSent = '这一条可能已经发出去了,不能再拿回来。等有网就清楚了。'

function Opened({ errand, onClose }: { errand: Errand; onClose: () => void }) {
  const [says, say] = useState<string>()
  const words = wordsOf(errand)
  const takeBack = () => {
    const outcome = withdraw(errand)
    if (outcome !== 'done') return say(outcome === 'maybeSent' ? maybeSent : inTheWay)
    onClose()
    openDraft(errand)
  }
  const forget = () => {
    dismiss(errand)
    onClose()
  }
  return (
    <Sheet title={nameOf(errand).split(':')[0] ?? ''} close="关上" onClose={onClose}>
      <Note tone={errand.says ? 'seal' : 'grain'}>{says ?? <WhyHere of={errand} />}</Note>
      {words && (
        <Card pad>
          <View className="written">{words}</View>
        </Card>
      )}
      {words ? (
        <Button tone="line" onPress={takeBack}>
          拿回来改
        </Button>
      ) : (
        errand.says && <Button onPress={forget}>知道了</Button>
      )}
    </Sheet>
  )
}

/** What this side has decided and the phone has not sent yet, in plain sight. */
export function Waiting({ staff }: { staff: boolean }) {
  const errands = useQueue((queue) => queue.errands).filter((errand) => isStaffs(errand) === staff)
  const [opened, open] = useState<string>()
  const shown = errands.find((errand) => errandId(errand) === opened)
  if (errands.length === 0) return null
  return (
    <>
      <Card>
        {errands.map((errand) => (
          <Row
            key={errandId(errand)}
            icon="clock"
            title={nameOf(errand)}
            small={<WhyHere of={errand} />}
            end={<Chip tone={errand.says ? 'seal' : 'grain'}>{errand.says ? '没交成' : '等着发'}</Chip>}
            onPress={() => open(errandId(errand))}
          />
        ))}
      </Card>
      {shown && <Opened errand={shown} onClose={() => open(undefined)} />}
    </>
  )
}
