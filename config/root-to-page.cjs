// postcss plugin: what holds for `:root` in a browser holds for `page` in WeChat, which does not promise that `:root` is anything.
module.exports = () => ({
  postcssPlugin: 'root-to-page',
  Rule(rule) {
    if (rule.selector.includes(':root')) rule.selector = rule.selector.replace(/:root/g, 'page')
  },
})
