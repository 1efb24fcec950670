/** What packages take for `globalThis`, which iOS 11 does not know. WeChat has no global object to share. */
export const everywhere: object = process.env.TARO_ENV === 'h5' ? window : {}
