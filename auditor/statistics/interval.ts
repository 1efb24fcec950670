import type { Interval } from '../../contract/survey'

/** The standard normal's 97.5 % quantile. */
export const Z = 1.959963984540054

/** As figures are published: two decimals. */
export const rounded = (figure: number) => Math.round(figure * 100) / 100

const within = (figure: number) => Math.min(100, Math.max(0, figure))

/** A mean from 0 to 100 with the 95 % interval of its variance, cut at both ends. */
export function meanInterval(mean: number, variance: number): Interval {
  const reach = Z * Math.sqrt(variance)
  return { value: rounded(mean), low: rounded(within(mean - reach)), high: rounded(within(mean + reach)) }
}

/**
 * The 95 % score interval of a share, in per cent (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212), for `n` answers; of a
 * weighted share `n` is the effective number, answers ÷ design effect.
 */
export function wilson(share: number, n: number): Interval {
  const z2 = Z * Z
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const reach = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { value: rounded(100 * share), low: rounded(within(100 * (middle - reach))), high: rounded(within(100 * (middle + reach))) }
}
