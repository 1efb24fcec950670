declare module 'miniprogram-compiler' {
  /** The body of a function (global) that answers `$gwx`. */
  export function wxmlToJs(root: string, options?: { maxBuffer?: number }): string
}
