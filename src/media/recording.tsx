import { View } from '@tarojs/components'

import { mediaLimits } from '../../contract/media'
import { Button } from '../design/button'
import { Sheet } from '../design/sheet'
import './media.css'

type Props = { left: number; onStop: () => void; onGiveUp: () => void }

/** While somebody speaks: how long they still may, and how to end. */
export const RecordingSheet = ({ left, onStop, onGiveUp }: Props) => (
  <Sheet title="正在录音,请说话" close="不要了" onClose={onGiveUp}>
    <View className="recording">
      <View className="recording-left">{left}</View>
      <View className="soft">秒以后自动停</View>
      <View className="sending-bar">
        <View className="sending-done" style={{ width: `${Math.round((1 - left / mediaLimits.voice.seconds) * 100)}%` }} />
      </View>
    </View>
    <Button tone="seal" icon="stop" onPress={onStop}>
      说完了
    </Button>
  </Sheet>
)
