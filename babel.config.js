// The oldest phones in use stand in .browserslistrc; polyfills are not injected, React and the runtime need none of them.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  plugins: [require.resolve('./config/pure-contract.cjs')],
}
