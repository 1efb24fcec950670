import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { phone } from '../api/phone'
import { back as goBack } from '../ways'
import './tokens.css'
import './page.css'
import { useElder } from './elder'
import { Press } from './press'
import { spoken } from './spoken'

type Props = {
  title: string
  /** Small words at the right of the title. */
  note?: ReactNode
  /** Whether this screen stands on another one; a way of its own leads back within the screen first. */
  back?: boolean | (() => void)
  /** Stays at the bottom: the screen's main action. */
  foot?: ReactNode
  tabs?: ReactNode
  children: ReactNode
}

/** Titles stay above the text and small words near it, however large the text is. */
const sizes = (body: number) => `--text: ${body}px; --text-small: ${Math.max(20, body - 6)}px; --text-large: ${Math.max(27, body + 2)}px`

/** The ground of every screen: head, one column, and what stays at the bottom. */
export function Page({ title, note, back, foot, tabs, children }: Props) {
  const { elder, body } = useElder()
  const { top, right } = phone.inset()
  return (
    <View className={`page ${elder ? 'elder' : ''}`} style={body ? sizes(body) : ''}>
      <View className="page-column">
        <View className="page-head" style={{ paddingTop: `${top}px`, paddingRight: `${right}px` }}>
          {back && (
            <Press className="page-back" label="返回" onPress={back === true ? goBack : back}>
              <View className="page-arrow" />
            </Press>
          )}
          <View className={`page-words ${back ? 'page-words-after' : ''}`}>
            <View className="page-title" {...spoken({ role: 'heading', level: 1 })}>
              {title}
            </View>
            {note && <View className="page-note">{note}</View>}
          </View>
        </View>
        <View className="page-body">{children}</View>
        {foot && <View className="page-foot">{foot}</View>}
        {tabs}
      </View>
    </View>
  )
}
