import { View } from '@tarojs/components'

import type { Action, Letter } from '../../../contract/ticket'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Onward, Row } from '../../design/row'
import { Sheet } from '../../design/sheet'
import { Forms } from './forms'
import { formTasks } from './form-tasks'
import { Merge } from './merge'
import type { useLetter } from './use-letter'

type Props = ReturnType<typeof useLetter> & { data: Letter }
type Staffs = Exclude<Action, 'supplement' | 'confirm' | 'reopen' | 'withdraw' | 'appeal'>

/** In the order of what is likeliest: the first is the screen's main action, two more stand beside it, the rest behind 更多. */
const inOrder: readonly (readonly [action: Staffs, words: string, small: string])[] = [
  ['takeOver', '我们接着办', ''],
  ['refuseOffer', '不接', ''],
  ['grantExtension', '同意延期', ''],
  ['refuseExtension', '不同意', ''],
  ['assign', '交给单位办', ''],
  ['rectify', '说说整改', ''],
  ['callBack', '写回访', ''],
  ['answer', '答复', ''],
  ['resolve', '办结答复', '办好了,请村民评价'],
  ['accept', '我来办', '让村民知道有人接手了'],
  ['ask', '问村民', '有不清楚的,等村民回话'],
  ['triage', '我先看看', '让村民知道督查组在看'],
  ['offer', '转给别的单位', '对方接了才算转走'],
  ['askExtension', '申请延期', '请督查组批,只能一次'],
  ['merge', '并到另一件', '同一件事一起办'],
  ['decline', '不受理', '要说清楚理由'],
]
const IN_SIGHT = 3

/** What may be done about a letter. */
export function Actions(props: Props) {
  const { open, setOpen, can, busy, decide, data } = props
  const close = () => setOpen(undefined)
  if (open === 'merge') return <Merge {...props} letter={data} onClose={close} />
  const form = formTasks.find((task) => task === open)
  if (form && form !== 'merge') return <Forms {...props} task={form} onClose={close} />

  const press = (action: Staffs) => {
    if (action === 'takeOver' || action === 'grantExtension' || action === 'accept' || action === 'triage') void decide(action)
    else setOpen(action)
  }
  const allowed = inOrder.filter(([action]) => can(action))
  const [first, ...others] = allowed
  if (!first) return null
  // One more button takes no more room than the way to it.
  const sight = allowed.length <= IN_SIGHT + 1 ? allowed.length : IN_SIGHT
  const beside = others.slice(0, sight - 1)
  const rest = allowed.slice(sight)
  return (
    <>
      <View className="stack-item">
        <Button icon={first[0] === 'answer' ? 'pen' : undefined} disabled={busy} onPress={() => press(first[0])}>
          {first[1]}
        </Button>
      </View>
      {beside.length > 0 && (
        <View className="pair">
          {beside.map(([action, words]) => (
            <View className="pair-half" key={action}>
              <Button tone="line" disabled={busy} onPress={() => press(action)}>
                {words}
              </Button>
            </View>
          ))}
        </View>
      )}
      {rest.length > 0 && (
        <Button tone="quiet" onPress={() => setOpen('more')}>
          更多办法
        </Button>
      )}
      {open === 'more' && (
        <Sheet title="还可以这样办" onClose={close}>
          <Card>
            {rest.map(([action, words, small]) => (
              <Row key={action} title={words} small={small} end={<Onward />} onPress={() => press(action)} />
            ))}
          </Card>
        </Sheet>
      )}
    </>
  )
}
