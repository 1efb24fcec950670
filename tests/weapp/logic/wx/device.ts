import { randomFillSync } from 'node:crypto'

import type { Query, World } from '../world'
import type { Options } from './call'
import { call, plainCalls } from './call'

/** Heights of the status bar and the navigation bar above a page, px. */
export const bars = { status: 44, navigation: 44 }

/** The telephone itself: its screen, its WeChat, its small services. `wholeScreen`: pages paint their own bar. */
export function device(world: World, launch: { path: string; query: Query; scene: number }, wholeScreen: boolean) {
  const { width, height, fontSizeSetting } = world.handset
  const top = wholeScreen ? 0 : bars.status + bars.navigation
  const screen = { pixelRatio: 2, screenWidth: width, screenHeight: height, windowWidth: width, windowHeight: height - top, screenTop: top }
  const safeArea = { top: bars.status, bottom: height, left: 0, right: width, width, height: height - bars.status }
  const app = {
    SDKVersion: '3.5.0',
    version: '8.0.50',
    language: 'zh_CN',
    fontSizeSetting,
    fontSizeScaleFactor: fontSizeSetting / 17,
    theme: 'light',
  }
  const hardware = { brand: 'Apple', model: 'iPhone 13', platform: 'ios', system: 'iOS 16.0', benchmarkLevel: -1 }
  const all = { ...screen, safeArea, statusBarHeight: bars.status, ...app, ...hardware }
  const sync = (value: object) => () => world.realm.own(value)
  const nothing = () => undefined
  return {
    getSystemInfoSync: sync(all),
    getSystemInfo: call(world, 'getSystemInfo', () => all),
    getSystemInfoAsync: call(world, 'getSystemInfoAsync', () => all),
    getWindowInfo: sync({ ...screen, safeArea, statusBarHeight: bars.status }),
    getAppBaseInfo: sync(app),
    getDeviceInfo: sync(hardware),
    getSystemSetting: sync({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: sync({}),
    getAccountInfoSync: sync({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: sync({ top: 48, bottom: 80, left: width - 94, right: width - 7, width: 87, height: 32 }),
    getLaunchOptionsSync: sync(launch),
    getEnterOptionsSync: sync(launch),
    canIUse: (name: string) => !world.handset.unknown.has(name),
    nextTick: (task: () => void) => world.timers.setTimeout(task),
    getUpdateManager: () => ({ onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing, applyUpdate: nothing }),
    // The bytes cannot pass as JSON, so this one call answers by itself.
    getRandomValues: (options: Options) => {
      world.handset.calls.push({ name: 'getRandomValues', options: { length: options.length } })
      const { buffer } = randomFillSync(world.realm.bytes(Number(options.length)))
      const { success } = options
      if (typeof success === 'function') world.timers.setTimeout(() => success({ errMsg: 'getRandomValues:ok', randomValues: buffer }))
    },
    ...plainCalls(world, [
      ...[
        'makePhoneCall',
        'setClipboardData',
        'vibrateShort',
        'vibrateLong',
        'hideKeyboard',
        'setNavigationBarColor',
        'setBackgroundColor',
      ],
      ...['setBackgroundTextStyle', 'startPullDownRefresh', 'stopPullDownRefresh', 'hideHomeButton', 'checkSession', 'openSetting'],
      ...['setKeepScreenOn', 'previewImage', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'openDocument'],
    ]),
  }
}
