export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** Prints a figure, with what bounds it. One that is over its bound fails the run. */
export function line(name: string, value: string, bounds: { used: number; most: number }[] = [], unit = (count: number) => String(count)) {
  const within = bounds.every(({ used, most }) => used <= most)
  if (!within) process.exitCode = 1
  const budget = bounds.map(({ most }) => unit(most)).join(', ')
  console.log(`  ${name.padEnd(56)}${value}${budget && `   of ${budget}`}${within ? '' : '  !!'}`)
}
