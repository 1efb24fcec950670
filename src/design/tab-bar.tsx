import { View } from '@tarojs/components'

import { Icon, type IconName } from './icon'
import { Press } from './press'
import { spoken } from './spoken'
import './tab-bar.css'

export type Tab = { key: string; title: string; icon: IconName; open: () => void }

/** The ways between a side's main screens. */
export const TabBar = ({ tabs, current }: { tabs: readonly Tab[]; current: string }) => (
  <View className="tabs" {...spoken({ role: 'tablist' })}>
    {tabs.map(({ key, title, icon, open }) => (
      <Press
        key={key}
        className={`tab ${key === current ? 'tab-on' : ''}`}
        role="tab"
        checked={key === current}
        onPress={() => key !== current && open()}
      >
        <Icon name={icon} />
        <View>{title}</View>
      </Press>
    ))}
  </View>
)
