import type webpack from 'webpack'

export type Webpack = typeof webpack
/** What the build's configuration uses of webpack-chain, which ships no address of its own for it. */
export type Chain = {
  output: { set: (option: string, value: unknown) => void }
  optimization: { splitChunks: (wanted: object) => void }
  performance: { hints: (wanted: boolean) => void }
  plugin: (name: string) => { use: (plugin: unknown, args: unknown[]) => void }
}
