import { Image } from '@tarojs/components'

import { spoken } from '../design/spoken'

type Props = { src: string; whole?: boolean; onError?: () => void }

export const Picture = ({ src, whole, onError }: Props) => (
  <Image className="picture" src={src} mode={whole ? 'aspectFit' : 'aspectFill'} onError={onError} {...spoken({ hidden: true })} />
)
