import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Writing } from '../../writing/writing'
import type { useLetter } from './use-letter'

type Props = Pick<ReturnType<typeof useLetter>, 'open' | 'setOpen' | 'id' | 'can' | 'busy' | 'accept' | 'answer' | 'resolve'>

/** What may be done about a letter; the likeliest first. */
export function Actions({ open, setOpen, id, can, busy, accept, answer, resolve }: Props) {
  const close = () => setOpen(undefined)
  if (open === 'answer')
    return (
      <Writing
        name={`answer:${id}`}
        title="答复村民"
        placeholder="例:明天上午带挖机来清淤,请留人在家。"
        send="发出答复"
        onSend={(text) => void answer(text)}
        onClose={close}
      />
    )
  if (open === 'resolve')
    return (
      <Writing
        name={`resolve:${id}`}
        title="办好了,说说怎么办的"
        placeholder="例:水渠已经清通,11 月 20 日放水。"
        send="办结,请村民评价"
        onSend={(text) => void resolve(text)}
        onClose={close}
      />
    )
  const first = can('assign') ? 'assign' : 'answer'
  return (
    <>
      {can('assign') && (
        <View className="stack-item">
          <Button onPress={() => setOpen('assign')}>交给单位办</Button>
        </View>
      )}
      {can('answer') && (
        <View className="stack-item">
          <Button tone={first === 'answer' ? 'field' : 'line'} icon="pen" onPress={() => setOpen('answer')}>
            答复
          </Button>
        </View>
      )}
      <View className="pair">
        {can('accept') && (
          <View className="pair-half">
            <Button tone="line" disabled={busy} onPress={() => void accept()}>
              我来办
            </Button>
          </View>
        )}
        {can('resolve') && (
          <View className="pair-half">
            <Button tone="line" onPress={() => setOpen('resolve')}>
              办结答复
            </Button>
          </View>
        )}
      </View>
    </>
  )
}
