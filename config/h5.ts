import { environment } from './minify'
import { compiled, missingOnOldPhones } from './modern'
import type { Chain, Webpack } from './webpack-chain'

/** Build for a phone's browser. */
export const h5 = {
  publicPath: '/',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  compile: { include: compiled },
  enableSourceMap: false,
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  // Components' rules do not lean on their order: each has a class of its own.
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  webpackChain(chain: Chain, webpack: Webpack) {
    chain.output.set('environment', environment)
    chain.plugin('missing').use(webpack.ProvidePlugin, [missingOnOldPhones])
    // tests/bench holds the budget; webpack's own limit is another one.
    chain.performance.hints(false)
    // All screens come at once (they are small), so that going from one to the next needs no signal. What seals ballots is loaded by
    // whoever fills one in: it weighs as much again, and the oldest browsers cannot read it.
    const together = (chunk: { name?: string | null; canBeInitial: () => boolean }) => !chunk.canBeInitial() && chunk.name !== 'sealing'
    const screens = { name: 'screens', chunks: together, minChunks: 1, priority: 10 }
    chain.optimization.splitChunks({ chunks: 'all', minSize: 0, cacheGroups: { default: false, defaultVendors: false, screens } })
  },
  postcss: {
    autoprefixer: { enable: true, config: {} },
    // 1 px of the drawings is 1 to 1.1 px on a phone, and does not grow with a desktop's window.
    pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 22 } },
    cssModules: { enable: false },
  },
}
