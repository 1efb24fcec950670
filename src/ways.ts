import Taro from '@tarojs/taro'

/** Every screen and what it is opened with. */
type Ways = {
  'pages/home': { q?: string; scene?: string }
  'pages/tickets': object
  'pages/family': object
  'pages/inbox': object
  'villager/tie': { q?: string; scene?: string }
  'villager/ticket-new': object
  'villager/ticket': { id: string }
  'survey/start': object
  'survey/fill': object
  'survey/results': object
  'cadre/home': object
  'cadre/letters': { box?: string }
  'cadre/letter': { id: string }
  'cadre/households': object
  'cadre/me': object
  'cadre/requests': object
  'cadre/proxy': object
  'cadre/box': object
  'cadre/staff-tie': object
  'cadre/desktop-sign-in': { code?: string }
}
type Way = keyof Ways
type Given<To extends Way> = object extends Ways[To] ? [params?: Ways[To]] : [params: Ways[To]]

function urlOf(way: Way, params: object = {}) {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${encodeURIComponent(value)}`] : [],
  )
  return `/${way}/screen${pairs.length ? `?${pairs.join('&')}` : ''}`
}

/** Opens a screen on top of this one. */
export const go = <To extends Way>(way: To, ...[params]: Given<To>) => void Taro.navigateTo({ url: urlOf(way, params) })

/** Opens a screen in this one's place, as between tabs. */
export const swap = <To extends Way>(way: To, ...[params]: Given<To>) => void Taro.redirectTo({ url: urlOf(way, params) })

/** Opens a screen and forgets the ones before it. */
export const restart = <To extends Way>(way: To, ...[params]: Given<To>) => void Taro.reLaunch({ url: urlOf(way, params) })

/** Back to where the person came from, or home where this screen was opened directly. */
export function back() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else restart('pages/home')
}
