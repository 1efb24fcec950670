import { View } from '@tarojs/components'

import type { MediaId, MediaRef } from '../../contract/media'
import { Press } from '../design/press'
import './media.css'
import { useShelf } from './shelf'
import { Thumbs } from './thumbs'
import { useSrcs } from './use-srcs'
import { Voice } from './voice'

type PhotosProps = { of: readonly MediaRef[]; name?: string; onRemove: (id: MediaId) => void }

/** The photos of a draft; each can be seen large, and taken out again. */
export function ChosenPhotos({ of, name, onRemove }: PhotosProps) {
  const srcs = useSrcs(of.map(({ id }) => id))
  if (of.length === 0) return null
  return <Thumbs of={of.map(({ id }) => ({ id, src: srcs[id] }))} name={name} onRemove={onRemove} />
}

/** The recording of a draft; it can be heard, and taken out again. */
export function ChosenVoice({ id, onRemove }: { id: MediaId; onRemove: () => void }) {
  const src = useSrcs([id])[id]
  const seconds = useShelf(({ uploads }) => uploads.find((one) => one.id === id)?.seconds)
  return (
    <View className="voice-line">
      {src ? (
        <Voice src={src} seconds={seconds} words="听一遍" />
      ) : (
        <View className="voice-gone">{src === null ? '录音找不到了' : ''}</View>
      )}
      <Press className="voice-remove" label="去掉录音" onPress={onRemove}>
        去掉
      </Press>
    </View>
  )
}
