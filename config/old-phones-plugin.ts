import path from 'node:path'

type Platform = { runtimePath?: string | string[] }
type Context = { registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void }

/** Taro plugin: fills the gaps of old phones before Taro's own runtime starts. */
export default function oldPhones(context: Context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.runtimePath = [path.join(__dirname, 'old-phones.ts'), platform.runtimePath ?? []].flat()
    },
  })
}
