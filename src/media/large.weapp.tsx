import Taro from '@tarojs/taro'
import { useEffect } from 'react'

type Props = { urls: readonly string[]; at: number; onClose: () => void }

/** WeChat's own viewer: two fingers make a photo larger still. */
export function Large({ urls, at, onClose }: Props) {
  useEffect(() => {
    Taro.previewImage({ urls: [...urls], current: urls[at] }).catch(() => undefined)
    onClose()
    // Once for each opening.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return null
}
