import { View } from '@tarojs/components'

import type { Face } from '../../../contract/ticket'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Faces, faceWord } from '../../design/faces'

type Props = { face?: Face; busy: boolean; setFace: (face: Face | undefined) => void; confirm: () => void; write: (what: 'reopen') => void }

/** Faces up to this one have the unit mend it. */
const LOW = 2

/** The villager has the last word. A face can be changed until it is confirmed. */
export const Rate = ({ face, busy, setFace, confirm, write }: Props) => (
  <Card pad>
    <View className="h2">办得好不好?</View>
    <Faces label="办得好不好" value={face} onChange={(next) => setFace(next === face ? undefined : next)} />
    <View className="gap">
      {face && (
        <View className="stack-item">
          {face <= LOW && <View className="stack-item">单位要在 15 个工作日内整改,再换一个人打电话问您。</View>}
          <View className="small">您选的是“{faceWord(face)}”。点错了可以重新选,确认以后就不能改了。</View>
          <View className="gap">
            <Button onPress={confirm} disabled={busy}>
              确认:{faceWord(face)}
            </Button>
          </View>
        </View>
      )}
      <Button tone="line" onPress={() => write('reopen')}>
        没办好,要求重办
      </Button>
    </View>
  </Card>
)
