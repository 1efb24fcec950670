/**
 * A script that takes away what iOS 11 and Chrome 70, the oldest phones of .browserslistrc, do not have yet. It must itself be readable
 * there. Syntax is not its affair: that is what Babel is for.
 */
export const forgetWhatIsNew = `
  (function (gone) {
    gone.forEach(function (pair) {
      pair[1].forEach(function (name) { delete pair[0][name] })
    })
    delete this.globalThis
  }).call(this, [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'toReversed', 'toSorted', 'toSpliced', 'with']],
    [String.prototype, ['at', 'matchAll', 'replaceAll', 'isWellFormed', 'toWellFormed', 'trimStart', 'trimEnd']],
    [Object, ['fromEntries', 'hasOwn', 'groupBy']],
    [Promise, ['allSettled', 'any', 'withResolvers', 'try']],
    [this, ['WeakRef', 'FinalizationRegistry', 'BigInt', 'structuredClone', 'AggregateError', 'Iterator']]
  ])
`
