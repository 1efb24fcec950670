import { useMe } from '../api/session'
import { TabBar } from '../design/tab-bar'
import { swap } from '../ways'

const tabs = [
  { key: 'home', title: '工作台', icon: 'pin', open: () => swap('cadre/home') },
  { key: 'households', title: '结对户', icon: 'good', open: () => swap('cadre/households') },
  { key: 'letters', title: '来信', icon: 'box', open: () => swap('cadre/letters') },
  { key: 'me', title: '我的', icon: 'badge', open: () => swap('cadre/me') },
] as const

/** Only a paired cadre has households to look at; until it is known who this is, a tab could still move. */
export function StaffTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const me = useMe()
  if (!me) return null
  const pairs = me.staff?.roles.includes('cadre')
  return <TabBar tabs={tabs.filter(({ key }) => pairs || key !== 'households')} current={current} />
}
