// postcss plugin: what holds for `:root` in a browser holds for `page` in WeChat, which does not promise that `:root` is anything.
module.exports = () => ({
  postcssPlugin: 'root-to-page',
  Rule(rule) {
    if (!rule.selector.includes(':root')) return
    rule.selectors = [...new Set(rule.selectors.map((selector) => selector.replace(/:root/g, 'page')))]
  },
})
