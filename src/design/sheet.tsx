import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { Button } from './button'
import { Press } from './press'
import './sheet.css'
import { spoken } from './spoken'

type Props = { title: string; onClose: () => void; /** The word on the last button. */ close?: string; children: ReactNode }

/** A question over the screen, answered at its foot. */
export const Sheet = ({ title, onClose, close = '不用了', children }: Props) => (
  <View className="sheet">
    {/* Only the shade holds the screen still: WeChat would hold a list in the panel still as well. */}
    <View className="sheet-shade" catchMove>
      <Press className="sheet-close" label="关闭" onPress={onClose}>
        {null}
      </Press>
    </View>
    <View className="sheet-panel" {...spoken({ role: 'dialog', label: title })}>
      <View className="sheet-title">{title}</View>
      <View className="sheet-body">{children}</View>
      <Button tone="quiet" onPress={onClose}>
        {close}
      </Button>
    </View>
  </View>
)
