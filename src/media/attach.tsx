import { View } from '@tarojs/components'

import { mediaLimits, type MediaWhen } from '../../contract/media'
import { Button } from '../design/button'
import { Note } from '../design/standing'
import { ChosenPhotos, ChosenVoice } from './chosen'
import { device } from './device'
import './media.css'
import { RecordingSheet } from './recording'
import { type Said, useAttach } from './use-attach'

/** What may go with words: photos, in two groups where they show how it was and how it is now; a recording. */
export type Attaching = { voice?: boolean; beforeAndAfter?: boolean }

type Group = { when?: MediaWhen; name: string; button: string; label?: string }
const one: readonly Group[] = [{ name: '照片', button: '拍照片' }]
const two: readonly Group[] = [
  { when: 'before', name: '办之前的照片', button: '办之前', label: '放办之前的照片' },
  { when: 'after', name: '办之后的照片', button: '办之后', label: '放办之后的照片' },
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
  const groups = beforeAndAfter ? two : one
  const recorded = media.find(({ kind }) => kind === 'voice')
  const photosOf = (when: MediaWhen | undefined) => media.filter((photo) => photo.kind === 'photo' && photo.when === when)
  return (
    <View>
      {groups.map(({ when, name: called }) => (
        <View key={called}>
          {when && photosOf(when).length > 0 && <View className="small">{called}</View>}
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
          groups.map(({ when, button, label }) => (
            <View className="pair-half" key={button}>
              <Button tone="line" icon="cam" label={arriving ? undefined : label} disabled={arriving} onPress={() => choose(when)}>
                {arriving ? '等一下…' : button}
              </Button>
            </View>
          ))}
      </View>
      {!mayAddPhoto && <View className="small stack-item">照片放满 {mediaLimits.photo.most} 张了。</View>}
      {recording.left !== undefined && <RecordingSheet left={recording.left} onStop={recording.stop} onGiveUp={recording.giveUp} />}
    </View>
  )
}
