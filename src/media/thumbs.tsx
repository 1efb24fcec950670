import { View } from '@tarojs/components'
import { useState } from 'react'

import type { MediaId } from '../../contract/media'
import { Press } from '../design/press'
import { Large } from './large'
import './media.css'
import { Picture } from './picture'

/** A photo by its address: null where it is not there any more, undefined while it is looked for. */
type Thumb = { id: MediaId; src: string | null | undefined }

type Props = { of: readonly Thumb[]; /** What they are called. */ name?: string; onRemove?: (id: MediaId) => void }

/** Photos in small; a tap shows one large. */
export function Thumbs({ of, name = '照片', onRemove }: Props) {
  const [large, setLarge] = useState<number>()
  const [failed, setFailed] = useState<readonly string[]>([])
  const isShown = (src: string | null | undefined): src is string => typeof src === 'string' && !failed.includes(src)
  const urls = of.map(({ src }) => src).filter(isShown)
  return (
    <View className="thumbs">
      {of.map(({ id, src }, place) => (
        <View className="thumb" key={id}>
          {isShown(src) ? (
            <Press className="thumb-face" label={`${name} ${place + 1},看大图`} onPress={() => setLarge(urls.indexOf(src))}>
              <Picture src={src} onError={() => setFailed((all) => [...all, src])} />
            </Press>
          ) : (
            <View className="thumb-face thumb-empty">{src === undefined ? '' : '看不到'}</View>
          )}
          {onRemove && (
            <Press className="thumb-remove" label={`去掉${name} ${place + 1}`} onPress={() => onRemove(id)}>
              去掉
            </Press>
          )}
        </View>
      ))}
      {large !== undefined && <Large urls={urls} at={large} onClose={() => setLarge(undefined)} />}
    </View>
  )
}
