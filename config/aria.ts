import path from 'node:path'

import { aria } from './aria-attributes'

type Platform = {
  runtimePath?: string | string[]
  template?: { mergeComponents: (context: Context, patch: typeof aria) => void }
}
type Context = { registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void }

/** Taro plugin: carries aria attributes into the mini-program's templates and its runtime. */
export default function ariaPlugin(context: Context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, aria)
      platform.runtimePath = [platform.runtimePath ?? [], path.join(__dirname, 'aria-runtime.ts')].flat()
    },
  })
}
