/**
 * Taro switches most of terser's compression off and writes Chinese as \u escapes, six bytes for three. Every phone that .browserslistrc
 * names reads UTF-8 and ES2015.
 */
export const terser = {
  enable: true,
  config: {
    compress: {
      ecma: 2015,
      passes: 2,
      arrows: true,
      collapse_vars: true,
      comparisons: true,
      computed_props: true,
      hoist_props: true,
      inline: true,
      loops: true,
      negate_iife: true,
      properties: true,
      reduce_funcs: true,
      reduce_vars: true,
      switches: true,
      typeofs: true,
    },
    output: { ecma: 2015, comments: false, ascii_only: false, keep_quoted_props: false, quote_keys: false },
  },
}

/** What webpack's own lines may be written in, for the same phones. */
export const environment = { arrowFunction: true, const: true, destructuring: true, forOf: true, templateLiteral: true }
