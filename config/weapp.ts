import path from 'node:path'

import { environment } from './minify'
import { compiled, missingOnOldPhones } from './modern'
import type { Chain, Webpack } from './webpack-chain'

/** Build of the WeChat mini-program. */
export const weapp = {
  compile: { include: compiled },
  // What only one subpackage uses stays out of the main package, which WeChat loads first.
  optimizeMainPackage: { enable: true },
  // Components' rules do not lean on their order: each has a class of its own.
  miniCssExtractPluginOption: { ignoreOrder: true },
  postcss: {
    pxtransform: { enable: true, config: {} },
    cssModules: { enable: false },
    [path.join(__dirname, 'root-to-page.cjs')]: { enable: true },
  },
  enableSourceMap: false,
  // Nothing sets innerHTML; its parser weighs 10 KB.
  runtime: { enableInnerHTML: false },
  webpackChain(chain: Chain, webpack: Webpack) {
    chain.output.set('environment', environment)
    // WeChat has no AbortController, and react-query waits for one forever.
    const abort = path.join(__dirname, 'abort.ts')
    const missing = { AbortController: [abort, 'AbortController'], AbortSignal: [abort, 'AbortSignal'] }
    chain.plugin('missing').use(webpack.ProvidePlugin, [{ ...missing, ...missingOnOldPhones }])
  },
}
