import { View } from '@tarojs/components'

import { mediaLimits, type MediaRef, type MediaWhen } from '../../contract/media'
import { Button } from '../design/button'
import { Note } from '../design/standing'
import { ChosenPhotos, ChosenVoice } from './chosen'
import { device } from './device'
import './media.css'
import { RecordingSheet } from './recording'
import { type Said, useAttach } from './use-attach'

/** What may go with words: photos, in two groups where they show how it was and how it is now; a recording. */
export type Attaching = { voice?: boolean; beforeAndAfter?: boolean }

const groups: readonly (readonly [when: MediaWhen | undefined, name: string, button: string])[] = [
  [undefined, '照片', '拍照片'],
  ['before', '办之前的照片', '放办之前的照片'],
  ['after', '办之后的照片', '放办之后的照片'],
]

const Why = ({ words, settings }: Said) => (
  <>
    <Note>{words}</Note>
    {settings && device.settings && (
      <View className="stack-item">
        <Button tone="line" onPress={device.settings}>
          去设置里打开
        </Button>
      </View>
    )}
  </>
)

/** Photos and a recording for the draft under `name`. The phone asks for camera and microphone only at the tap. */
export function Attach({ name, voice, beforeAndAfter }: Attaching & { name: string }) {
  const { media, said, arriving, recording, mayAddPhoto, mayRecord, choose, record, remove } = useAttach(name)
  const shown = groups.filter(([when]) => (when !== undefined) === Boolean(beforeAndAfter))
  const recorded = media.find(({ kind }) => kind === 'voice')
  const photosOf = (when: MediaWhen | undefined) =>
    media.filter((one: MediaRef) => one.kind === 'photo' && (!beforeAndAfter || (one.when ?? 'after') === when))
  return (
    <View>
      {shown.map(([when, called]) => (
        <View key={called}>
          {beforeAndAfter && photosOf(when).length > 0 && <View className="small">{called}</View>}
          <ChosenPhotos of={photosOf(when)} name={called} onRemove={remove} />
        </View>
      ))}
      {recorded && <ChosenVoice id={recorded.id} onRemove={() => remove(recorded.id)} />}
      {said && <Why {...said} />}
      <View className="pair">
        {voice && mayRecord && (
          <View className="pair-half">
            <Button tone="line" icon="mic" onPress={record}>
              说一段话
            </Button>
          </View>
        )}
        {mayAddPhoto &&
          shown.map(([when, , button]) => (
            <View className="pair-half" key={button}>
              <Button tone="line" icon={beforeAndAfter ? undefined : 'cam'} disabled={arriving} onPress={() => choose(when)}>
                {arriving ? '正在放进来…' : button}
              </Button>
            </View>
          ))}
      </View>
      {!mayAddPhoto && <View className="small stack-item">照片放满 {mediaLimits.photo.most} 张了。</View>}
      {recording.left !== undefined && <RecordingSheet left={recording.left} onStop={recording.stop} onGiveUp={recording.giveUp} />}
    </View>
  )
}
