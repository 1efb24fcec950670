/** What the product may weigh, in bytes. The phone's first load is gzipped; WeChat counts its packages as they are. */
export const byteBudgets = { weappMain: 450 * 1024, weappPackage: 250 * 1024, h5FirstLoad: 260 * 1024 } as const
