import path from 'node:path'

const root = path.resolve(__dirname, '..')

/**
 * Packages that ship syntax newer than the oldest phone reads (ES2020 and later). Taro compiles src alone, so they are named here.
 * @noble must stay out: Babel turns `**` into Math.pow and breaks BigInt.
 */
const packages = ['zod', 'zustand', '@tanstack', 'hpke', '@panva']

/** What Babel compiles besides src: the contract, the additions to Taro's runtime that stand in this folder, and the modern packages. */
export const compiled = [
  __dirname,
  path.join(root, 'contract'),
  path.join(root, 'ballot'),
  ...packages.map((name) => path.join(root, 'node_modules', name) + path.sep),
]

/** Names that packages use and old phones do not know, each with the module that stands in for it. */
export const missingOnOldPhones = { globalThis: [path.join(__dirname, 'global.ts'), 'everywhere'] }
