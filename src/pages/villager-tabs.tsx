import { TabBar } from '../design/tab-bar'
import { swap } from '../ways'

const tabs = [
  { key: 'home', title: '首页', icon: 'pin', open: () => swap('pages/home') },
  { key: 'tickets', title: '我的事', icon: 'box', open: () => swap('pages/tickets') },
  { key: 'family', title: '我家', icon: 'good', open: () => swap('pages/family') },
] as const

export const VillagerTabs = ({ current }: { current: (typeof tabs)[number]['key'] }) => <TabBar tabs={tabs} current={current} />
