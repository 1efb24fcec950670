import type { World } from '../world'
import { call, Refusal } from './call'

/** Storage that outlives a killed mini-program. WeChat keeps JSON, so functions and dates do not survive it. */
export function storage(world: World) {
  const kept = world.handset.storage
  const read = (key: string) => {
    const text = kept.get(key)
    return text === undefined ? undefined : world.realm.own(JSON.parse(text))
  }
  const write = (key: string, value: unknown) => void kept.set(key, JSON.stringify(value ?? ''))
  const info = () => ({ keys: [...kept.keys()], currentSize: Math.ceil([...kept.values()].join('').length / 1024), limitSize: 10_240 })
  return {
    getStorageSync: (key: string) => read(key) ?? '',
    setStorageSync: write,
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => world.realm.own(info()),
    getStorageInfo: call(world, 'getStorageInfo', info),
    getStorage: call(world, 'getStorage', ({ key }) => {
      const data = read(String(key))
      if (data === undefined) throw new Refusal('data not found')
      return { data }
    }),
    setStorage: call(world, 'setStorage', ({ key, data }) => write(String(key), data)),
    removeStorage: call(world, 'removeStorage', ({ key }) => void kept.delete(String(key))),
    clearStorage: call(world, 'clearStorage', () => kept.clear()),
  }
}
