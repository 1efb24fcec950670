import type { World } from '../world'
import { call, Refusal } from './call'

const events = [
  ...['AppShow', 'AppHide', 'NetworkStatusChange', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize'],
  ...['KeyboardHeightChange', 'MemoryWarning', 'AudioInterruptionBegin', 'AudioInterruptionEnd', 'NetworkWeakChange'],
]

/** What is around the telephone: network, camera, and who listens to a change. */
export function surroundings(world: World) {
  const { handset, listeners } = world
  const hooks = events.flatMap((name) => [
    [`on${name}`, listeners.on(name)],
    [`off${name}`, listeners.off(name)],
  ])
  return {
    ...Object.fromEntries(hooks),
    getNetworkType: call(world, 'getNetworkType', () => ({ networkType: handset.signal === 'none' ? 'none' : '4g' })),
    scanCode: call(world, 'scanCode', () => {
      const { scan } = handset
      delete handset.scan
      if (!scan) throw new Refusal('cancel')
      if ('path' in scan) return { scanType: 'WX_CODE', path: scan.path, result: '', charSet: 'UTF-8', rawData: '' }
      return { scanType: 'QR_CODE', result: scan.result, charSet: 'UTF-8', rawData: '' }
    }),
  }
}
