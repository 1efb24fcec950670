import { View } from '@tarojs/components'
import { useState } from 'react'

import { Press } from '../design/press'
import { spoken } from '../design/spoken'
import './large.css'
import { Picture } from './picture'

type Props = { urls: readonly string[]; at: number; onClose: () => void }

export function Large({ urls, at, onClose }: Props) {
  const [place, setPlace] = useState(at)
  const step = (by: number) => setPlace((from) => (from + by + urls.length) % urls.length)
  const name = urls.length > 1 ? `照片 ${place + 1},共 ${urls.length} 张` : '照片'
  return (
    <View className="large" {...spoken({ role: 'dialog', label: name })}>
      <View className="large-photo" {...spoken({ role: 'img', label: name })}>
        <Picture src={urls[place] ?? ''} whole />
      </View>
      <View className="large-foot">
        {urls.length > 1 && (
          <Press className="large-button" label="上一张" onPress={() => step(-1)}>
            上一张
          </Press>
        )}
        <Press className="large-button" label="关上照片" onPress={onClose}>
          关上
        </Press>
        {urls.length > 1 && (
          <Press className="large-button" label="下一张" onPress={() => step(1)}>
            下一张
          </Press>
        )}
      </View>
    </View>
  )
}
